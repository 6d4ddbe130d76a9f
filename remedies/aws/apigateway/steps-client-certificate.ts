import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/apigateway/steps-client-certificate',
  title: 'Let the backend know calls of the API by a certificate',
  cures: ['aws/apigateway/stage-client-certificate'],
  why: 'Only the owner of the backend can make it trust the certificate, and refuse callers without it.',
  steps: [
    'Generate one: `aws apigateway generate-client-certificate --description API`.',
    'Give its certificate in PEM form to the backend, and have the backend accept it, without asking for it yet.',
    'Run `aws apigateway update-stage --rest-api-id API --stage-name STAGE --patch-operations op=replace,path=/clientCertificateId,value=CERTIFICATE`.',
    'See that calls arrive with the certificate, and then have the backend refuse callers without it.',
    'Note the day on which the certificate ends, and `recheck` the finding.',
  ],
});
