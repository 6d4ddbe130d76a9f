import check from '../../../../checks/aws/transfer/server-plain-ftp.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'SFTP and FTPS', facts: { protocols: ['SFTP', 'FTPS'] } }],
  fail: [{ name: 'FTP too', facts: { protocols: ['SFTP', 'FTP'] }, because: /SFTP, FTP/ }],
});
