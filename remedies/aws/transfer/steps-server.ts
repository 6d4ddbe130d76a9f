import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/transfer/steps-server',
  title: 'Move users off plain FTP, and keep a log',
  cures: ['aws/transfer/server-plain-ftp', 'aws/transfer/server-logging'],
  why: 'Users must change how they connect. Where the log is kept is for you to say, and who sets it may write policies of CloudWatch Logs, which the remediation role is not allowed to.',
  steps: [
    'In Transfer Family, open the server, then "Edit" beside "Additional details": choose "Create log group" or one that there is under "Logging".',
    'Read in the log who comes by FTP, and tell them to come by SFTP or FTPS.',
    'Edit the protocols: add SFTP or FTPS (which needs a certificate), and take FTP away when nobody uses it.',
  ],
});
