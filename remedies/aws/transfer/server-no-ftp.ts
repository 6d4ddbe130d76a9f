import { breaks, cannot, defineRemedy, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/transfer/server-no-ftp',
  title: 'Take plain FTP away from the file-transfer server',
  cures: ['aws/transfer/server-plain-ftp'],
  kind: 'aws.transfer.server',
  fact: 'protocols',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (protocols) => {
    const left = protocols.filter((protocol) => protocol !== 'FTP');
    return left.length === 0
      ? cannot('it speaks nothing but FTP: add SFTP or FTPS first, and move its users there')
      : to(left);
  },
  consequences: (_facts, { after }) => [
    breaks(`whoever comes by plain FTP is refused, and must come by ${after.join(' or ')}`),
  ],
});
