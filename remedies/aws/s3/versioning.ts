import { cannot, defineRemedy, harmless, to, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/versioning',
  title: 'Keep the earlier versions of overwritten and deleted objects',
  cures: ['aws/s3/bucket-versioning'],
  kind: 'aws.s3.bucket',
  fact: 'versioning',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because:
      'AWS can only suspend versioning: it keeps the versions made meanwhile, and "never on" does not come back',
  },
  considers: ['lifecycle'],
  desired(current) {
    if (current.enabled) return to(current);
    if (current.mfaDelete)
      return cannot('MFA delete is on, so only the root user with its device can change the versioning');
    return to({ ...current, enabled: true, suspended: false });
  },
  consequences({ lifecycle }) {
    const rules = lifecycle.known ? lifecycle.value : [];
    const isTidied = rules.some(
      (rule) => rule.enabled && (rule.movesOldVersions || rule.deletesOldVersionsAfterDays !== null),
    );
    return [
      harmless('reading and writing go on; a deletion hides the object instead of destroying it'),
      ...(lifecycle.known && !isTidied
        ? [harmless('no lifecycle rule handles old versions, so storage and its cost will grow')]
        : []),
      ...unread(lifecycle, 'whether a lifecycle rule handles old versions cannot be told'),
    ];
  },
});
