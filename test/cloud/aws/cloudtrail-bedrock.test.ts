import type { AdvancedEventSelector } from '@aws-sdk/client-cloudtrail';
import { describe, expect, test } from 'vitest';
import { allRecorded } from '../../../src/cloud/aws/cloudtrail/selectors-bedrock.ts';

const types = ['Model', 'AgentAlias', 'InlineAgent', 'FlowAlias', 'KnowledgeBase'];
const data = (type: string, ...more: NonNullable<AdvancedEventSelector['FieldSelectors']>) => ({
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: [`AWS::Bedrock::${type}`] },
    ...more,
  ],
});
const management = (...more: NonNullable<AdvancedEventSelector['FieldSelectors']>) => ({
  FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }, ...more],
});
const reads = { Field: 'readOnly', Equals: ['true'] };

describe('what a trail records of the use of models', () => {
  const rows: readonly (readonly [string, readonly AdvancedEventSelector[], object])[] = [
    [
      'everything',
      [management(), ...types.map((type) => data(type))],
      { modelCalls: 'all', agentCalls: 'all' },
    ],
    ['management alone', [management()], { modelCalls: 'all', agentCalls: 'none' }],
    ['reads of management alone', [management(reads)], { modelCalls: 'some', agentCalls: 'none' }],
    [
      'all but noise',
      [management({ Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] })],
      { modelCalls: 'all' },
    ],
    [
      'one source',
      [management({ Field: 'eventSource', Equals: ['s3.amazonaws.com'] })],
      { modelCalls: 'some' },
    ],
    [
      'one type is missing',
      types.slice(1).map((type) => data(type)),
      { modelCalls: 'none', agentCalls: 'some' },
    ],
    [
      'one type is narrowed',
      types.map((type) => (type === 'Model' ? data(type, reads) : data(type))),
      { agentCalls: 'some' },
    ],
    [
      'a narrow one beside the whole',
      [data('Model', reads), ...types.map((type) => data(type))],
      { agentCalls: 'all' },
    ],
    [
      'objects alone',
      [
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Data'] },
            { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
          ],
        },
      ],
      { agentCalls: 'none' },
    ],
  ];
  for (const [name, AdvancedEventSelectors, expected] of rows)
    test(name, () =>
      expect(allRecorded({ AdvancedEventSelectors: [...AdvancedEventSelectors] }, [])).toMatchObject(
        expected,
      ),
    );

  test('basic selectors know management alone', () => {
    const EventSelectors = [{ ReadWriteType: 'All' as const, IncludeManagementEvents: true }];
    expect(allRecorded({ EventSelectors }, [])).toMatchObject({ modelCalls: 'all', agentCalls: 'none' });
  });
});
