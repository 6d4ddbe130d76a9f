import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, fromFacts, knownValue, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** The customer's recorder: a region has one at most. */
type Recorder = {
  readonly name: string;
  readonly recording: boolean;
  /** How it went with what was last recorded, as AWS Config words it; `null`: nothing was. */
  readonly lastStatus: string | null;
  readonly everyType: boolean;
  /** Whether there is a channel by which the history is kept. */
  readonly delivers: boolean;
  /** Why the history did not arrive in its bucket when it was last sent; `null`: it did, or was not sent yet. */
  readonly deliveryError: string | null;
};

const failed = (status: string | undefined): boolean => /^failure$/i.test(status ?? '');

async function recorderIn(reader: AwsReader, region: string): Promise<Recorder | null> {
  const config = await reader.service('config', region);
  const { ConfigurationRecorders } = await config.describeConfigurationRecorders({});
  const [recorder] = listOf(ConfigurationRecorders, 'DescribeConfigurationRecorders');
  if (recorder === undefined) return null;
  const [{ ConfigurationRecordersStatus }, { DeliveryChannelsStatus }] = await Promise.all([
    config.describeConfigurationRecorderStatus({}),
    config.describeDeliveryChannelStatus({}),
  ]);
  const statuses = listOf(ConfigurationRecordersStatus, 'DescribeConfigurationRecorderStatus');
  const status = present(statuses.find(({ name }) => name === recorder.name) ?? statuses[0], 'the status');
  const channels = listOf(DeliveryChannelsStatus, 'DescribeDeliveryChannelStatus');
  const history = channels[0]?.configHistoryDeliveryInfo;
  return {
    name: present(recorder.name, 'the recorder'),
    recording: present(status.recording, 'recording'),
    lastStatus: status.lastStatus ?? null,
    everyType: recorder.recordingGroup?.allSupported === true,
    delivers: channels.length > 0,
    deliveryError: failed(history?.lastStatus) ? (history?.lastErrorCode ?? 'no reason is told') : null,
  };
}

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const configRegionFacts = {
  configRecorder: fromAccount(
    [
      'config:DescribeConfigurationRecorders',
      'config:DescribeConfigurationRecorderStatus',
      'config:DescribeDeliveryChannelStatus',
    ],
    (reader, { region }: Subject) => recorderIn(reader, region),
  ),
  /** The recorder and whether it runs; `null`: there is none, and none is made from here. */
  configRecording: settable(
    fromFacts(
      ['configRecorder'],
      (needs, _region: Subject): { readonly recorder: string; readonly on: boolean } | null => {
        const now = knownValue<Recorder | null>(needs['configRecorder']);
        return now && { recorder: now.name, on: now.recording };
      },
    ),
    {
      permissions: ['config:StartConfigurationRecorder', 'config:StopConfigurationRecorder'],
      calls: ({ after }) => [after?.on ? 'StartConfigurationRecorder' : 'StopConfigurationRecorder'],
      resources: () => ['*'],
      implies: (value, { configRecorder }) =>
        value !== null && configRecorder?.known && configRecorder.value !== null
          ? { configRecorder: { ...configRecorder.value, recording: value.on } }
          : {},
      async put(client, { region }, value) {
        if (value === null) throw new CloudError('unsupported', 'a recorder is never deleted from here');
        const config = await client.service('config', region);
        const ask = { ConfigurationRecorderName: value.recorder };
        if (value.on) await config.startConfigurationRecorder(ask);
        else await config.stopConfigurationRecorder(ask);
      },
    },
  ),
} as const;
