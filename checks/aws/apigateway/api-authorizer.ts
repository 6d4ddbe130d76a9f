import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

const mostNamed = 5;
const approved: readonly string[] = [];

export default defineCheck({
  id: 'aws/apigateway/api-authorizer',
  title: 'Every method of a REST API that strangers reach asks callers who they are',
  severity: 'high',
  controls: ['164.312(a)(1)', '164.312(d)'],
  kind: 'aws.apigateway.restApi',
  facts: ['isPrivate', 'openMethods', 'policyKeepsOut'],
  exposes: true,
  control: 'apigateway-no-authorizer',
  /** Methods that are meant for everybody: `GET /health`. */
  settings: { approvedMethods: approved },
  evaluate: ({ isPrivate, openMethods, policyKeepsOut }, { settings: { approvedMethods } }) => {
    const open = openMethods.filter((method) => !approvedMethods.includes(method));
    if (open.length === 0) return pass;
    if (policyKeepsOut)
      return isPrivate
        ? notApplicable('the API is private, and lets in no network of a stranger')
        : passBecause("the API's own policy keeps strangers out");
    const more = open.length - mostNamed;
    const named = open.slice(0, mostNamed).join(', ');
    const reach = isPrivate ? 'the private API lets in every VPC of every AWS account, and ' : '';
    return fail(`${reach}no authorization is asked for by ${named}${more > 0 ? ` and ${more} more` : ''}`);
  },
});
