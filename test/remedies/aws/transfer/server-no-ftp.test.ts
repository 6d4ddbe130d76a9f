import remedy from '../../../../remedies/aws/transfer/server-no-ftp.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'one of three', current: ['SFTP', 'FTP', 'FTPS'], after: ['SFTP', 'FTPS'] }],
  cannot: [{ name: 'nothing else', current: ['FTP'], because: /nothing but FTP/ }],
  consequences: [
    {
      name: 'who comes by FTP is refused',
      current: ['FTP', 'SFTP'],
      verdict: 'breaks',
      says: [['breaks', /must come by SFTP/]],
    },
  ],
});
