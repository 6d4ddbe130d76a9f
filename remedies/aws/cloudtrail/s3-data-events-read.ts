import { cannot, type Desired, defineRemedy, to, uncertain } from '#src/remedy';

/** What CloudTrail takes. */
const mostBasic = 5;

interface Trail<S> {
  readonly logging: boolean;
  readonly multiRegion: boolean;
  readonly logBucket: string;
  readonly selectors: S;
}

interface Wanted {
  readonly says: string;
  readonly only: 'ReadOnly' | 'WriteOnly';
}

/**
 * One selector more, on the trail that covers the most; those that are there stay as they are. A trail keeps the form of
 * its selectors: to change it would lose what only the other form can say.
 */
export function recordingObjects<T extends Trail<any>>(
  trails: { readonly [arn: string]: T },
  partition: string,
  { says, only }: Wanted,
): Desired<{ readonly [arn: string]: T }> {
  const on = Object.entries(trails).filter(([, { logging }]) => logging);
  const [arn, trail] = on.find(([, { multiRegion }]) => multiRegion) ?? on[0] ?? [];
  if (arn === undefined || trail === undefined)
    return cannot('no trail of the account is on: start one first (aws/cloudtrail/logging-on)');
  const { selectors } = trail;
  if ('advanced' in selectors) {
    const FieldSelectors = [
      { Field: 'eventCategory', Equals: ['Data'] },
      { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
      { Field: 'readOnly', Equals: [only === 'ReadOnly' ? 'true' : 'false'] },
      // The trail's own log files would tell of themselves without end.
      { Field: 'resources.ARN', NotStartsWith: [`arn:${partition}:s3:::${trail.logBucket}/`] },
    ];
    const advanced = including(selectors.advanced, { Name: `S3 ${says}`, FieldSelectors });
    return to({ ...trails, [arn]: { ...trail, selectors: { advanced } } });
  }
  const basic = including(selectors.basic, {
    ReadWriteType: only,
    IncludeManagementEvents: false,
    DataResources: [{ Type: 'AWS::S3::Object', Values: [`arn:${partition}:s3`] }],
    ExcludeManagementEventSources: [],
  });
  if (basic.length > mostBasic)
    return cannot(
      `the trail has ${mostBasic} event selectors, which is all that CloudTrail takes: merge two of them`,
    );
  return to({ ...trails, [arn]: { ...trail, selectors: { basic } } });
}

const including = <S>(selectors: readonly S[], added: S): readonly S[] =>
  selectors.some((one) => JSON.stringify(one) === JSON.stringify(added)) ? selectors : [...selectors, added];

export const costOf = (says: string) =>
  uncertain(
    `AWS charges for every event, about 0.10 USD for 100,000, and ${says} each make one; how many there will be cannot be told from here`,
  );

export default defineRemedy({
  id: 'aws/cloudtrail/s3-data-events-read',
  title: 'Record object reads in every bucket',
  cures: ['aws/cloudtrail/s3-data-events-read'],
  kind: 'aws.account',
  fact: 'trails',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (trails, { partition }) =>
    recordingObjects(trails, partition, { says: 'object reads', only: 'ReadOnly' }),
  consequences: () => [costOf('object reads')],
});
