import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/acm/steps-renewal',
  title: 'Renew the certificate',
  cures: ['aws/acm/certificate-expiring'],
  why: 'ACM renews what it issued itself as soon as the domain answers for it; what was imported only its owner can renew.',
  steps: [
    'See how it was made: `aws acm describe-certificate --certificate-arn ARN --query "Certificate.[Type,RenewalSummary,DomainValidationOptions]"`.',
    'If ACM issued it with DNS validation, put the CNAME record back that the answer names: ACM renews it within hours.',
    'If it is validated by e-mail, have the owner of the domain answer the message, or request a new certificate with DNS validation.',
    'If it was imported, get a new one from its authority and import it under the same ARN: `aws acm import-certificate --certificate-arn ARN --certificate fileb://cert.pem --private-key fileb://key.pem --certificate-chain fileb://chain.pem`.',
    'If nothing uses it any more, delete it, and `recheck` the finding.',
  ],
});
