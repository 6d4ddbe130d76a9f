import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const desktop = (WorkspaceId: string, more: object = {}) => ({
  WorkspaceId,
  DirectoryId: 'd-1234567890',
  UserName: 'made.up',
  State: 'AVAILABLE',
  ...more,
});

/** Two pages; what is off, WorkSpaces leaves out. */
const pages = [
  {
    Workspaces: [
      desktop('ws-sealed', { RootVolumeEncryptionEnabled: true, UserVolumeEncryptionEnabled: true }),
      desktop('ws-open'),
    ],
    NextToken: 'second',
  },
  {
    Workspaces: [
      desktop('ws-half', { UserVolumeEncryptionEnabled: true }),
      desktop('ws-going', { State: 'TERMINATING' }),
    ],
  },
];

tellService({
  title: 'every check of WorkSpaces, recorded',
  checks: ['aws/workspaces/'],
  async seed() {},
  recorded(proxy) {
    proxy.rule({
      operation: 'DescribeWorkspaces',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, (call) =>
        JSON.stringify(pages[call.key.includes('second') ? 1 : 0]),
      ),
    });
  },
  expects: { 'aws/workspaces/volume-encryption': { pass: ['ws-sealed'], fail: ['ws-open', 'ws-half'] } },
});
