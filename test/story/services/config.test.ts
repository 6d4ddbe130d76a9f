import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

/** How it went with the channel of each region, which moto does not tell. */
const history: Readonly<Record<string, object>> = {
  'us-east-1': { lastStatus: 'SUCCESS', lastSuccessfulTime: 1_770_000_000 },
  'us-west-2': {},
  'eu-central-1': { lastStatus: 'FAILURE', lastErrorCode: 'NoSuchBucket', lastErrorMessage: 'gone' },
};

tellService({
  title: 'every check of Config, on moto and recorded answers',
  checks: ['aws/config/'],
  regions: ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'],
  async seed(sdk) {
    for (const region of Object.keys(history)) {
      const config = await sdk('config', region);
      await config.putConfigurationRecorder({
        ConfigurationRecorder: {
          name: 'default',
          roleARN: 'arn:aws:iam::123456789012:role/config',
          recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
        },
      });
      await config.putDeliveryChannel({ DeliveryChannel: { name: 'default', s3BucketName: 'config-logs' } });
      if (region !== 'us-west-2')
        await config.startConfigurationRecorder({ ConfigurationRecorderName: 'default' });
    }
  },
  recorded(proxy) {
    for (const [region, configHistoryDeliveryInfo] of Object.entries(history))
      proxy.rule({
        operation: 'DescribeDeliveryChannelStatus',
        match: (call) => call.region === region,
        fault: answer(
          200,
          { 'content-type': 'application/x-amz-json-1.1' },
          JSON.stringify({ DeliveryChannelsStatus: [{ name: 'default', configHistoryDeliveryInfo }] }),
        ),
      });
  },
  expects: {
    'aws/config/recorder-on': { pass: ['us-east-1'], fail: ['us-west-2', 'eu-west-1', 'eu-central-1'] },
  },
});
