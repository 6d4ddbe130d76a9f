import remedy from '../../../../remedies/aws/elbv2/http-redirect.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const group = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/hosts/1';
const forward = { Type: 'forward', TargetGroupArn: group };
const refuse = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } };
const elsewhere = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTP', Port: '8080' } };
const redirect = {
  Type: 'redirect',
  RedirectConfig: {
    Protocol: 'HTTPS',
    Port: '443',
    Host: '#{host}',
    Path: '/#{path}',
    Query: '#{query}',
    StatusCode: 'HTTP_301',
  },
};

const listeners = (
  https: readonly string[] | null,
  ...http: readonly (readonly [number, readonly object[], ...string[]])[]
): any => ({
  https,
  http: Object.fromEntries(http.map(([port, actions, ...rules]) => [`${port}`, { rules, actions }] as const)),
});
const facts = (...does: readonly string[]) => ({
  type: 'application',
  plainHttpActions: [{ port: 80, does }],
});

testRemedy(remedy, {
  cures: [
    {
      name: 'serves over HTTP',
      current: listeners([group], [80, [forward]]),
      after: listeners([group], [80, [redirect]]),
      facts: facts('forward'),
    },
    {
      name: 'redirects to HTTP, and refuses one path',
      current: listeners([], [80, [elsewhere], 'fixed-response 404']),
      after: listeners([], [80, [redirect], 'fixed-response 404']),
      facts: facts('fixed-response 404', 'redirect to HTTP'),
    },
    {
      name: 'one that is right, and one that answers by itself',
      current: listeners(
        [],
        [80, [redirect]],
        [81, [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }]],
        [82, [refuse]],
      ),
      after: listeners([], [80, [redirect]], [81, [redirect]], [82, [refuse]]),
      facts: facts('fixed-response 200'),
    },
  ],
  cannot: [
    { name: 'no HTTPS', current: listeners(null, [80, [forward]]), because: /no HTTPS listener on port 443/ },
    {
      name: 'rules of its own',
      current: listeners([group], [80, [forward], 'forward', 'redirect to HTTPS']),
      because: /port 80 has rules of its own beside the default \(forward\)/,
    },
    {
      name: 'asks who it is first',
      current: listeners([group], [80, [{ Type: 'authenticate-oidc' }, forward]]),
      because: /more than one thing/,
    },
  ],
  consequences: [
    {
      name: 'HTTPS serves the same',
      current: listeners([group], [80, [forward]], [82, [refuse]]),
      verdict: 'unknown',
      says: [
        ['unknown', /calls port 80 and follows no redirect/],
        ['safe', /serves the targets that port 80 served/],
        ['unknown', /CloudFront/],
      ],
      saysNot: [/82/],
    },
    {
      name: 'HTTPS serves something else',
      current: listeners([], [80, [forward]]),
      verdict: 'unknown',
      says: [['unknown', /whether HTTPS on port 443 serves/]],
    },
  ],
});
