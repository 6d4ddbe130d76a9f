import { crossAccount, parsePolicy } from '#src/access/index';
import { breaks, type Consequence, cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

const awsKey = 'alias/aws/sns';
const isKey = /^(?:alias\/aws\/sns|arn:[\w-]+:kms:([\w-]+):\d{12}:key\/[\w-]+)$/;

export default defineRemedy({
  id: 'aws/sns/topic-encryption',
  title: 'Encrypt the messages of the topic with a KMS key',
  cures: ['aws/sns/topic-kms'],
  kind: 'aws.sns.topic',
  fact: 'kmsKeyId',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { kmsKeyId: awsKey },
  considers: ['policy'],
  desired(key, { settings: { kmsKeyId }, subject: { region } }) {
    if (key !== null) return to(key);
    // SNS takes any text, and refuses every message afterwards.
    const [, keyRegion = region] = isKey.exec(kmsKeyId) ?? [];
    if (!isKey.test(kmsKeyId))
      return cannot('kmsKeyId in the configuration is neither the ARN of a KMS key nor alias/aws/sns');
    if (keyRegion !== region)
      return cannot(`the configured key is in ${keyRegion} and the topic in ${region}`);
    return to(kmsKeyId);
  },
  consequences({ policy }, { after }, { account, now, subject }) {
    const isAws = after === awsKey;
    const told: Consequence[] = [
      isAws
        ? uncertain(
            'services that publish for the account, as CloudWatch alarms and EventBridge rules do, cannot use the AWS managed key, and which do cannot be told',
          )
        : uncertain(`whoever publishes needs kms:GenerateDataKey and kms:Decrypt on ${after}`),
    ];
    if (policy.known && policy.value !== null) {
      const context = { service: 'sns', resource: subject.id, accountId: account, now };
      const grantees = crossAccount(parsePolicy(policy.value), context);
      for (const { principal } of grantees === 'unknown' ? [] : grantees)
        told.push(
          isAws
            ? breaks(`${principal} is let in by the policy, and cannot use the AWS managed key`)
            : uncertain(`${principal} needs to be let in by the policy of ${after}`),
        );
      if (grantees === 'unknown') told.push(uncertain('whom the policy lets in was not understood'));
    }
    return [
      ...told,
      harmless('subscribers receive messages as before'),
      ...unread(policy, 'whom the policy lets in cannot be told'),
    ];
  },
});
