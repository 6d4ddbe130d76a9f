import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/transfer/server-plain-ftp',
  title: 'The file-transfer server offers no plain FTP',
  severity: 'high',
  controls: ['164.312(e)(1)'],
  kind: 'aws.transfer.server',
  facts: ['protocols'],
  evaluate: ({ protocols }) => (protocols.includes('FTP') ? fail(`it speaks ${protocols.join(', ')}`) : pass),
});
