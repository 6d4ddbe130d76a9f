import remedy from '../../../../remedies/aws/cloudtrail/bedrock-events.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const arn = `arn:aws:cloudtrail:us-east-1:${ownAccount}:trail/main`;
const other = `arn:aws:cloudtrail:us-east-1:${ownAccount}:trail/other`;
const trail = {
  logging: true,
  multiRegion: true,
  globalEvents: true,
  logBucket: 'logs',
};
const management = {
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
};
const types = ['Model', 'AgentAlias', 'InlineAgent', 'FlowAlias', 'KnowledgeBase'];
const recording = types.map((type) => ({
  Name: `AWS Bedrock ${type}`,
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: [`AWS::Bedrock::${type}`] },
  ],
}));
const managing = (...more: readonly object[]) => ({
  Name: 'Management events',
  FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }, ...more],
});
const objects = (...more: readonly object[]) => ({
  Name: 'S3 objects',
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
    ...more,
  ],
});
const everywhere = { missingRegions: [], by: ['main'], partly: [] };
const facts = {
  modelCalls: everywhere,
  agentCalls: { missingRegions: ['us-east-1'], by: [], partly: [] },
};
const basic = (...selectors: readonly (typeof management)[]) => ({
  [arn]: { ...trail, selectors: { basic: selectors } },
});
const advanced = (...selectors: readonly object[]) => ({
  [arn]: { ...trail, selectors: { advanced: selectors } },
});
const data = (Type: string, ...Values: readonly string[]) => ({
  ...management,
  DataResources: [{ Type, Values }],
});

testRemedy(remedy, {
  cures: [
    {
      name: 'advanced selectors stay as they are',
      current: advanced(managing(), objects()) as never,
      after: advanced(managing(), objects(), ...recording) as never,
      facts,
    },
    {
      name: 'one type is there',
      current: advanced(managing(), { FieldSelectors: recording[0]?.FieldSelectors }) as never,
      after: advanced(
        managing(),
        { FieldSelectors: recording[0]?.FieldSelectors },
        ...recording.slice(1),
      ) as never,
      facts,
    },
    {
      name: 'basic selectors are said anew',
      current: basic(management) as never,
      after: advanced(managing(), ...recording) as never,
      facts,
    },
    {
      name: 'with every bucket',
      current: basic(data('AWS::S3::Object', 'arn:aws:s3') as never) as never,
      after: advanced(managing(), objects(), ...recording) as never,
      facts,
    },
    {
      name: 'with one bucket, reads only, and some sources left out',
      current: basic(
        { ...management, ExcludeManagementEventSources: ['kms.amazonaws.com'] } as never,
        {
          ...data('AWS::S3::Object', 'arn:aws:s3:::records/'),
          IncludeManagementEvents: false,
          ReadWriteType: 'ReadOnly',
        } as never,
      ) as never,
      after: advanced(
        managing({ Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }),
        objects(
          { Field: 'readOnly', Equals: ['true'] },
          { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::records/'] },
        ),
        ...recording,
      ) as never,
      facts,
    },
    {
      name: 'of two trails the one that covers every region',
      current: {
        [other]: { ...trail, multiRegion: false, selectors: { advanced: [managing()] } },
        ...advanced(managing()),
      } as never,
      after: {
        [other]: { ...trail, multiRegion: false, selectors: { advanced: [managing()] } },
        ...advanced(managing(), ...recording),
      } as never,
      facts,
    },
  ],
  cannot: [
    { name: 'no trail', current: {}, because: /start one first/ },
    {
      name: 'none is on',
      current: { [arn]: { ...trail, logging: false, selectors: { basic: [management] } } },
      because: /start one first/,
    },
    {
      name: 'basic selectors for functions',
      current: basic(data('AWS::Lambda::Function', 'arn:aws:lambda') as never) as never,
      because: /say them as advanced ones first/,
    },
  ],
  consequences: [
    { name: 'what it costs is not known', current: basic(management) as never, verdict: 'unknown' },
  ],
});
