import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

const isAll = (account: string): boolean => account.toLowerCase() === 'all';

export default defineRemedy({
  id: 'aws/ssm/document-private',
  title: 'Share the document with everyone no longer',
  cures: ['aws/ssm/document-public'],
  kind: 'aws.ssm.document',
  fact: 'sharedWith',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'while the region blocks public sharing of documents, Systems Manager refuses to share it again',
  },
  desired: (sharedWith) => {
    const kept = Object.entries(sharedWith).filter(([account]) => !isAll(account));
    if (kept.length === Object.keys(sharedWith).length)
      return cannot('the document is not shared with everyone');
    return to(Object.fromEntries(kept));
  },
  consequences: (_facts, { after }) => [
    uncertain('other accounts that run it by its ARN lose it, and who they are cannot be seen from here'),
    ...(Object.keys(after).length > 0
      ? [harmless(`it stays shared with ${Object.keys(after).join(', ')}`)]
      : []),
    harmless('your own account runs it as before'),
  ],
});
