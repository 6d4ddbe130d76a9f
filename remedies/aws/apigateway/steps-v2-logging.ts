import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/apigateway/steps-v2-logging',
  title: 'Log the requests of the stage',
  cures: ['aws/apigateway/v2-stage-logging'],
  why: 'Somebody must choose where the log goes and what it may hold, for paths and query strings can name patients.',
  steps: [
    'Create a log group with a KMS key and a retention of your choice.',
    'For an HTTP API, run `aws apigatewayv2 update-stage --api-id API --stage-name STAGE --access-log-settings DestinationArn=LOG_GROUP_ARN,Format=FORMAT`, with a format that leaves out query strings.',
    'For a WebSocket API, run `aws apigatewayv2 update-stage --api-id API --stage-name STAGE --default-route-settings LoggingLevel=ERROR`, and the same for each route with settings of its own; the account needs a role that API Gateway may write logs with.',
    'See that the log fills, and `recheck` the finding.',
  ],
});
