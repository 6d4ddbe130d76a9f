import type { CreateServerCommandInput } from '@aws-sdk/client-transfer';
import { testAccountId } from '../../kit/aws/environment.ts';
import { tellService } from './kit.ts';

const names: Record<string, string> = {};

tellService({
  title: 'every check of Transfer Family, on moto',
  checks: ['aws/transfer/'],
  async seed(sdk) {
    const transfer = await sdk('transfer');
    const create = async (name: string, input: CreateServerCommandInput) => {
      names[name] = (await transfer.createServer(input)).ServerId ?? '';
    };
    await create('byRole', {
      Protocols: ['SFTP'],
      LoggingRole: `arn:aws:iam::${testAccountId}:role/transfer-log`,
    });
    await create('byGroup', {
      Protocols: ['SFTP', 'FTPS'],
      StructuredLogDestinations: [`arn:aws:logs:us-east-1:${testAccountId}:log-group:transfer:*`],
    });
    await create('silent', { Protocols: ['SFTP', 'FTP'] });
  },
  get expects() {
    const { byRole = '', byGroup = '', silent = '' } = names;
    return {
      'aws/transfer/server-logging': { pass: [byRole, byGroup], fail: [silent] },
      'aws/transfer/server-plain-ftp': { pass: [byRole, byGroup], fail: [silent] },
    };
  },
});
