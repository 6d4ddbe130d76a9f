import check from '../../../../checks/aws/cloudtrail/bedrock-events.ts';
import { testCheck } from '../../../kit/test-check.ts';

const all = { missingRegions: [], by: ['main'], partly: [] };
const none = { missingRegions: ['us-east-1'], by: [], partly: [] };

testCheck(check, {
  pass: [{ name: 'both, everywhere', facts: { modelCalls: all, agentCalls: all } }],
  fail: [
    {
      name: 'no management events',
      facts: { modelCalls: none, agentCalls: all },
      because: /management events.*us-east-1/,
    },
    {
      name: 'no data events',
      facts: { modelCalls: all, agentCalls: none },
      because: /data events.*not recorded in us-east-1/,
    },
    {
      name: 'some data events',
      facts: { modelCalls: all, agentCalls: { ...none, partly: ['main'] } },
      because: /only some.*by main/,
    },
  ],
});
