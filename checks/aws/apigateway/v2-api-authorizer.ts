import { defineCheck, fail, pass } from '#src/check';

const mostNamed = 5;
const approved: readonly string[] = [];

export default defineCheck({
  id: 'aws/apigateway/v2-api-authorizer',
  title: 'Every route of an HTTP or WebSocket API asks callers who they are',
  severity: 'high',
  controls: ['164.312(a)(1)', '164.312(d)'],
  kind: 'aws.apigateway.v2Api',
  facts: ['openRoutes'],
  exposes: true,
  control: 'apigateway-no-authorizer',
  /** Routes that are meant for everybody: `GET /health`. */
  settings: { approvedRoutes: approved },
  evaluate: ({ openRoutes }, { settings: { approvedRoutes } }) => {
    const open = openRoutes.filter((route) => !approvedRoutes.includes(route));
    if (open.length === 0) return pass;
    const more = open.length - mostNamed;
    const named = open.slice(0, mostNamed).join(', ');
    return fail(`no authorization is asked for by ${named}${more > 0 ? ` and ${more} more` : ''}`);
  },
});
