import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/apigateway/steps-authorizer',
  title: 'Have the API ask its callers who they are',
  cures: ['aws/apigateway/api-authorizer', 'aws/apigateway/v2-api-authorizer'],
  why: 'Every caller must first be able to show who it is, which the API cannot know, and some methods may be meant for everybody.',
  steps: [
    'Find out from the access log who calls the methods that the finding names.',
    'If a method is meant for everybody and gives out no patient data, add it to the settings of the check: approvedMethods of aws/apigateway/api-authorizer or approvedRoutes of aws/apigateway/v2-api-authorizer.',
    'If the API is private, name your own VPC endpoints in its policy, by a condition on aws:SourceVpce.',
    'Otherwise choose an authorizer: IAM for callers within AWS, Amazon Cognito or a JWT issuer for people, a Lambda authorizer for anything else.',
    'Teach the callers to show who they are, and set the authorization of each method or route.',
    'Deploy the API to its stages, see that strangers get 401 or 403, and `recheck` the finding.',
  ],
});
