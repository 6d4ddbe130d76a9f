import { cannot, type Desired, defineRemedy, to, uncertain } from '#src/remedy';

interface Basic {
  readonly ReadWriteType: string;
  readonly IncludeManagementEvents: boolean;
  readonly DataResources: readonly { readonly Type: string; readonly Values: readonly string[] }[];
  readonly ExcludeManagementEventSources: readonly string[];
}

interface Advanced {
  readonly Name?: string;
  readonly FieldSelectors: readonly { readonly [field: string]: any }[];
}

/** The types of Bedrock's data events that run a model. */
const types = ['Model', 'AgentAlias', 'InlineAgent', 'FlowAlias', 'KnowledgeBase'].map(
  (type) => `AWS::Bedrock::${type}`,
);

const recording = (type: string): Advanced => ({
  Name: type.replaceAll('::', ' '),
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: [type] },
  ],
});

const everyBucket = /^arn:[\w-]+:s3(?::::)?$/;

/** What basic selectors say, in the form that knows Bedrock; `null`: not all of it can be said so from here. */
function asAdvanced(selectors: readonly Basic[]): readonly Advanced[] | null {
  const all: Advanced[] = [];
  for (const { ReadWriteType, IncludeManagementEvents, DataResources, ...rest } of selectors) {
    const which =
      ReadWriteType === 'All'
        ? []
        : [{ Field: 'readOnly', Equals: [ReadWriteType === 'ReadOnly' ? 'true' : 'false'] }];
    const leftOut = rest.ExcludeManagementEventSources;
    if (IncludeManagementEvents)
      all.push({
        Name: 'Management events',
        FieldSelectors: [
          { Field: 'eventCategory', Equals: ['Management'] },
          ...which,
          ...(leftOut.length > 0 ? [{ Field: 'eventSource', NotEquals: leftOut }] : []),
        ],
      });
    for (const { Type, Values } of DataResources) {
      if (Values.length === 0) continue;
      if (Type !== 'AWS::S3::Object') return null;
      all.push({
        Name: 'S3 objects',
        FieldSelectors: [
          { Field: 'eventCategory', Equals: ['Data'] },
          { Field: 'resources.type', Equals: [Type] },
          ...which,
          ...(Values.some((arn) => everyBucket.test(arn))
            ? []
            : [{ Field: 'resources.ARN', StartsWith: Values }]),
        ],
      });
    }
  }
  return all;
}

interface Trail {
  readonly logging: boolean;
  readonly multiRegion: boolean;
  readonly selectors: any;
}

/** One selector more for each type, on the trail that covers the most; what it records now it goes on recording. */
function recordingBedrock<T extends Trail>(trails: {
  readonly [arn: string]: T;
}): Desired<{ readonly [arn: string]: T }> {
  const on = Object.entries(trails).filter(([, { logging }]) => logging);
  const [arn, trail] = on.find(([, { multiRegion }]) => multiRegion) ?? on[0] ?? [];
  if (arn === undefined || trail === undefined)
    return cannot('no trail of the account is on: start one first (aws/cloudtrail/logging-on)');
  const now: readonly Advanced[] | null =
    'advanced' in trail.selectors ? trail.selectors.advanced : asAdvanced(trail.selectors.basic);
  if (now === null)
    return cannot(
      'the trail has basic event selectors for functions or tables: say them as advanced ones first, for only those know Bedrock',
    );
  const missing = types.map(recording).filter((added) => !now.some((one) => same(one, added)));
  return to({ ...trails, [arn]: { ...trail, selectors: { advanced: [...now, ...missing] } } });
}

const same = (a: Advanced, b: Advanced): boolean =>
  JSON.stringify(a.FieldSelectors) === JSON.stringify(b.FieldSelectors);

export default defineRemedy({
  id: 'aws/cloudtrail/bedrock-events',
  title: "Record Bedrock's data events",
  cures: ['aws/cloudtrail/bedrock-events'],
  kind: 'aws.account',
  fact: 'trails',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (trails) => recordingBedrock(trails),
  consequences: () => [
    uncertain(
      'AWS charges for every event, about 0.10 USD for 100,000, and each call of an agent, a flow or a knowledge base makes one; how many there will be cannot be told from here',
    ),
  ],
});
