import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/artifact/steps-agreement',
  title: 'Accept the business associate agreement with AWS',
  cures: ['aws/artifact/baa-active', 'aws/artifact/baa-org-coverage'],
  why: 'It is a contract: somebody who may sign for your organization has to read and accept it.',
  steps: [
    'Let your counsel read the AWS Business Associate Addendum in AWS Artifact.',
    'For all accounts at once: in the management account open AWS Artifact, Agreements, Organization agreements, and accept the AWS Organizations Business Associate Addendum.',
    'For one account alone: open Account agreements there, and accept the AWS Business Associate Addendum.',
    'Until it is accepted keep protected health information out of the account.',
    'If an agreement was ended, ask your counsel what that means for the data that is there.',
  ],
});
