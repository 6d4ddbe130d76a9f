import check from '../../../../checks/aws/elbv2/http-redirects-to-https.ts';
import { testCheck } from '../../../kit/test-check.ts';

const http = (...does: readonly string[]) => ({
  type: 'application',
  plainHttpActions: [{ port: 80, does }],
});

testCheck(check, {
  pass: [
    { name: 'redirects', facts: http('redirect to HTTPS') },
    { name: 'redirects, and refuses one path', facts: http('fixed-response 404', 'redirect to HTTPS') },
  ],
  fail: [
    { name: 'serves', facts: http('forward'), because: /^port 80 answers with forward$/ },
    { name: 'a rule serves', facts: http('forward', 'redirect to HTTPS'), because: /answers with forward$/ },
    { name: 'redirects to HTTP', facts: http('redirect to HTTP'), because: /redirect to HTTP/ },
    { name: 'redirects to the same', facts: http('redirect to #{protocol}'), because: /#{protocol}/ },
    { name: 'answers by itself', facts: http('fixed-response 200'), because: /fixed-response 200/ },
  ],
  notApplicable: [
    { name: 'no HTTP', facts: { type: 'application', plainHttpActions: [] }, because: /without TLS/ },
    { name: 'packets', facts: { type: 'network', plainHttpActions: [] }, because: /network/ },
  ],
});
