import { defineCheck, fail, passBecause } from '#src/check';

// What CloudTrail counts as management (InvokeModel, Converse) and what as data (agents, flows, knowledge bases) are two settings.
export default defineCheck({
  id: 'aws/cloudtrail/bedrock-events',
  title: 'Calls to generative-AI models leave a trace',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)', '164.312(b)'],
  kind: 'aws.account',
  facts: ['modelCalls', 'agentCalls'],
  evaluate: ({ modelCalls, agentCalls }) => {
    if (modelCalls.missingRegions.length > 0)
      return fail(
        `calls to Bedrock's models (management events) are not all recorded in ${modelCalls.missingRegions.join(', ')}`,
      );
    if (agentCalls.missingRegions.length === 0)
      return passBecause(
        `recorded by ${[...new Set([...modelCalls.by, ...agentCalls.by])].sort().join(', ')}`,
      );
    const where = agentCalls.missingRegions.join(', ');
    if (agentCalls.partly.length > 0)
      return fail(
        `of Bedrock's data events (streams, agents, flows, knowledge bases) only some are recorded in ${where}, by ${agentCalls.partly.join(', ')}`,
      );
    return fail(
      `Bedrock's data events (streams, agents, flows, knowledge bases) are not recorded in ${where}`,
    );
  },
});
