import { GetBucketLifecycleConfigurationCommand, type LifecycleRule } from '@aws-sdk/client-s3';
import { fromCall, listOf, orNone } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

interface Rule {
  readonly enabled: boolean;
  /** Holds for every object: no prefix, tag or size narrows it. */
  readonly wholeBucket: boolean;
  /** Days after which an old version is deleted; `null` when it never is. */
  readonly deletesOldVersionsAfterDays: number | null;
  readonly movesOldVersions: boolean;
}

export const lifecycle = fromCall(
  ['s3:GetLifecycleConfiguration'],
  async (reader, bucket: Bucket): Promise<readonly Rule[]> => {
    const answer = await orNone(
      ask(reader, bucket, 'GetBucketLifecycleConfiguration', (s3, it) =>
        s3.send(new GetBucketLifecycleConfigurationCommand(it)),
      ),
      'NoSuchLifecycleConfiguration',
    );
    return answer === null ? [] : listOf(answer.Rules, 'GetBucketLifecycleConfiguration').map(ruleFrom);
  },
);

function ruleFrom(rule: LifecycleRule): Rule {
  const { Prefix, And, Tag, ObjectSizeGreaterThan, ObjectSizeLessThan } = rule.Filter ?? {};
  const prefix = rule.Filter ? Prefix : rule.Prefix;
  return {
    enabled: rule.Status === 'Enabled',
    wholeBucket: !prefix && !And && !Tag && !ObjectSizeGreaterThan && !ObjectSizeLessThan,
    deletesOldVersionsAfterDays: rule.NoncurrentVersionExpiration?.NoncurrentDays ?? null,
    movesOldVersions: (rule.NoncurrentVersionTransitions ?? []).length > 0,
  };
}
