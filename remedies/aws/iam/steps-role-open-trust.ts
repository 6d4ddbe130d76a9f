import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-role-open-trust',
  title: 'Say in the trust policy who may take the role on',
  cures: ['aws/iam/role-open-trust'],
  why: 'Statements that admit anybody can be taken out from here. Who is meant to take the role on, and what a vendor must show, is known to people only.',
  steps: [
    'Open the role in IAM, then Trust relationships, and look in CloudTrail (AssumeRole events) at who took it on.',
    'Replace a principal of * by the ARNs of the accounts or roles that need it.',
    'For a vendor ask an external id: the condition StringEquals sts:ExternalId, with the value that the vendor shows you.',
    'For GitHub, GitLab and the like name your organization and repository: StringLike token.actions.githubusercontent.com:sub with repo:your-organization/your-repository:*.',
    'For accounts of your organization add the condition aws:PrincipalOrgID, or list them in trustedAccounts of aws/iam/role-open-trust.',
    'Let the users of the role try it before you close the page.',
  ],
});
