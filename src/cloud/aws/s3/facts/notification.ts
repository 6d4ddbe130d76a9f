import {
  GetBucketNotificationConfigurationCommand,
  type NotificationConfiguration,
  PutBucketNotificationConfigurationCommand,
} from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, settable } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';

export type Notification = { readonly eventBridge: boolean; readonly destinations: readonly string[] };

function notificationFrom(answer: NotificationConfiguration): Notification {
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
}

const read = fromCall(['s3:GetBucketNotification'], async (reader, bucket: Bucket) =>
  notificationFrom(
    await ask(reader, bucket, 'GetBucketNotificationConfiguration', (s3, it) =>
      s3.send(new GetBucketNotificationConfigurationCommand(it)),
    ),
  ),
);

/**
 * Who hears of changes in the bucket. An empty answer is how AWS says nobody. Only EventBridge can be turned on and off:
 * the other destinations filter by object keys, which are written back as they are found and never kept.
 */
export const notification = settable(read, {
  permissions: ['s3:GetBucketNotification', 's3:PutBucketNotification'],
  calls: () => ['PutBucketNotificationConfiguration'],
  put: (writer, bucket, { eventBridge, destinations }) =>
    tell(writer, bucket, async (s3, it) => {
      const found = await s3.send(new GetBucketNotificationConfigurationCommand(it));
      if (notificationFrom(found).destinations.join() !== destinations.join())
        throw new CloudError('failed', 'the destinations of the notifications have changed since');
      const { TopicConfigurations, QueueConfigurations, LambdaFunctionConfigurations } = found;
      await s3.send(
        new PutBucketNotificationConfigurationCommand({
          ...it,
          NotificationConfiguration: {
            TopicConfigurations,
            QueueConfigurations,
            LambdaFunctionConfigurations,
            ...(eventBridge ? { EventBridgeConfiguration: {} } : {}),
          },
          // They were accepted once; that one of them is gone since is not this change's to mend.
          SkipDestinationValidation: true,
        }),
      );
    }),
});
