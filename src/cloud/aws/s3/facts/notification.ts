import { GetBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';
import { fromCall } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

/** Who hears of changes in the bucket. An empty answer is how AWS says nobody. */
export const notification = fromCall(['s3:GetBucketNotification'], async (reader, bucket: Bucket) => {
  const answer = await ask(reader, bucket, 'GetBucketNotificationConfiguration', (s3, it) =>
    s3.send(new GetBucketNotificationConfigurationCommand(it)),
  );
  const { TopicConfigurations = [], QueueConfigurations = [], LambdaFunctionConfigurations = [] } = answer;
  const arns = [
    ...TopicConfigurations.map((c) => c.TopicArn),
    ...QueueConfigurations.map((c) => c.QueueArn),
    ...LambdaFunctionConfigurations.map((c) => c.LambdaFunctionArn),
  ];
  return {
    eventBridge: answer.EventBridgeConfiguration !== undefined,
    destinations: arns.filter((arn) => arn !== undefined),
  };
});
