import { PutEventSelectorsCommand } from '@aws-sdk/client-cloudtrail';
import { tellService } from './kit.ts';
import { seedTrail } from './trail-kit.ts';

const bedrock = ['Model', 'AgentAlias', 'InlineAgent', 'FlowAlias', 'KnowledgeBase'];
const data = (type: string) => ({
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: [`AWS::Bedrock::${type}`] },
  ],
});
const management = { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] };

for (const [title, types, expected] of [
  ['all of Bedrock', bedrock, { pass: ['test'] }],
  ['its agents alone', ['AgentAlias'], { fail: ['test'] }],
  ['its management events alone', [], { fail: ['test'] }],
] as const) {
  tellService({
    title: `a trail that records ${title}, on moto`,
    checks: ['aws/cloudtrail/bedrock-events'],
    async seed(sdk) {
      const cloudTrail = await seedTrail(sdk);
      await cloudTrail.send(
        new PutEventSelectorsCommand({
          TrailName: 'main',
          AdvancedEventSelectors: [management, ...types.map(data)],
        }),
      );
      cloudTrail.destroy();
    },
    expects: { 'aws/cloudtrail/bedrock-events': expected },
  });
}
