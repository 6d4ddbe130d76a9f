import { isStrangers } from '#src/access/index';
import { breaks, cannot, defineRemedy, to, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/acl-private',
  title: "Take strangers out of the bucket's ACL",
  cures: ['aws/s3/bucket-public-read', 'aws/s3/bucket-public-write'],
  kind: 'aws.s3.bucket',
  fact: 'acl',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  preference: 4,
  considers: ['publicRead', 'publicWrite', 'website'],
  desired(current) {
    if (current.grants.some(({ grantee }) => grantee === 'email'))
      return cannot('the ACL names somebody by an e-mail address, which could not be put back');
    const grants = current.grants.filter(({ id, uri }) => !isStrangers(uri ?? id ?? ''));
    return to({ ...current, grants });
  },
  consequences({ publicRead, publicWrite, website }, { before, after }) {
    const gone = before.grants.filter(({ id, uri }) =>
      after.grants.every((grant) => grant.id !== id || grant.uri !== uri),
    );
    return [
      ...gone.map(({ permission, uri }) =>
        breaks(
          `${permission} is taken from ${uri?.endsWith('AuthenticatedUsers') ? 'everyone with an AWS account' : 'everyone'}`,
        ),
      ),
      ...(gone.length > 0 && website.known && website.value?.servesObjects
        ? [breaks('it is served as a website, whose visitors come as strangers')]
        : []),
      ...unread(website, 'whether it is served as a website cannot be told'),
      ...unread(publicRead, 'whether strangers read it today cannot be told'),
      ...unread(publicWrite, 'whether strangers write it today cannot be told'),
    ];
  },
});
