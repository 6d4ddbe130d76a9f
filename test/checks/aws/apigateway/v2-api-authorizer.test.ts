import check from '../../../../checks/aws/apigateway/v2-api-authorizer.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'all ask', facts: { openRoutes: [] } },
    {
      name: 'meant for everybody',
      facts: { openRoutes: ['GET /health'] },
      settings: { approvedRoutes: ['GET /health'] },
    },
  ],
  fail: [
    { name: 'one', facts: { openRoutes: ['$default'] }, because: /by \$default$/ },
    { name: 'many', facts: { openRoutes: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] }, because: /E and 2 more$/ },
  ],
});
