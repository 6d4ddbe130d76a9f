import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/apigateway/stage-client-certificate',
  title: 'Backend can tell by a certificate that a call came from the API stage',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(ii)'],
  kind: 'aws.apigateway.stage',
  facts: ['clientCertificate', 'backends'],
  evaluate: ({ clientCertificate, backends }) => {
    if (clientCertificate !== null) return pass;
    if (!backends.some((type) => /^(HTTP|HTTP_PROXY|unknown)$/.test(type)))
      return notApplicable('no method calls a web server: other backends know API Gateway by its signature');
    return fail('calls to the backend carry no client certificate');
  },
});
