import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const ids: Record<string, string> = {};
const json = (body: object) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));
const xml = (operation: string, body: string) =>
  answer(
    200,
    { 'content-type': 'text/xml;charset=UTF-8' },
    `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${body}</${operation}Response>`,
  );
const told = (...snapshots: readonly string[]) =>
  xml(
    'DescribeSnapshots',
    `<snapshotSet>${snapshots.map((id) => `<item><snapshotId>${id}</snapshotId><volumeId>vol-1</volumeId><status>completed</status><ownerId>${testAccountId}</ownerId><encrypted>false</encrypted></item>`).join('')}</snapshotSet>`,
  );
const region = ({ key }: { key: string }) => key.split(' ')[2];
const asksForPublic = ({ key }: { key: string }) => key.includes('RestorableBy');

tellService({
  title: 'every check of EBS, on moto',
  checks: ['aws/ebs/'],
  regions: ['us-east-1', 'us-west-2'],
  async seed(sdk) {
    const ec2 = await sdk('ec2');
    await ec2.enableEbsEncryptionByDefault({});
    const { Instances = [] } = await ec2.runInstances({
      ImageId: 'ami-12c6146b',
      MinCount: 1,
      MaxCount: 1,
    });
    ids['instance'] = Instances[0]?.InstanceId ?? '';
    ids['root'] = Instances[0]?.BlockDeviceMappings?.[0]?.Ebs?.VolumeId ?? '';
    const volume = async (name: string, Encrypted: boolean) => {
      const { VolumeId = '' } = await ec2.createVolume({
        AvailabilityZone: 'us-east-1a',
        Size: 1,
        Encrypted,
      });
      ids[name] = VolumeId;
      return VolumeId;
    };
    const snapshot = async (name: string, VolumeId: string) => {
      const { SnapshotId = '' } = await ec2.createSnapshot({ VolumeId });
      ids[name] = SnapshotId;
    };
    await snapshot('sealed', await volume('spare', true));
    await snapshot('plain', await volume('drawer', false));
    const backup = await sdk('backup');
    await backup.createBackupPlan({ BackupPlan: { BackupPlanName: 'nightly', Rules: [] } });
  },
  recorded(proxy) {
    const inWest = (call: { service: string; key: string }) =>
      call.service === 'ec2' && region(call) === 'us-west-2';
    // moto tells every snapshot there is, whoever asks for public ones.
    proxy.rule({
      operation: 'DescribeSnapshots',
      match: (call) => !inWest(call) && asksForPublic(call),
      fault: told(ids['plain'] ?? ''),
    });
    proxy.rule({
      operation: 'DescribeSnapshots',
      match: (call) => inWest(call) && asksForPublic(call),
      fault: told('snap-shared'),
    });
    proxy.rule({
      operation: 'DescribeSnapshots',
      match: inWest,
      fault: told('snap-shared', 'snap-kept'),
    });
    proxy.rule({
      operation: 'GetSnapshotBlockPublicAccessState',
      match: inWest,
      fault: xml(
        'GetSnapshotBlockPublicAccessState',
        '<state>block-all-sharing</state><managedBy>declarative-policy</managedBy>',
      ),
    });
    proxy.rule({
      operation: 'GetSnapshotBlockPublicAccessState',
      fault: xml('GetSnapshotBlockPublicAccessState', '<state>unblocked</state>'),
    });
    proxy.rule({ operation: 'ListProtectedResources', fault: json({ Results: [] }) });
    proxy.rule({
      operation: 'ListBackupSelections',
      fault: json({ BackupSelectionsList: [{ SelectionId: 's-1', SelectionName: 'all' }] }),
    });
    const arn = (what: string) => `arn:aws:ec2:us-east-1:${testAccountId}:${what}`;
    proxy.rule({
      operation: 'DescribeRegionSettings',
      fault: json({ ResourceTypeOptInPreference: { EC2: false, EBS: false } }),
    });
    proxy.rule({
      operation: 'GetBackupSelection',
      fault: json({
        SelectionId: 's-1',
        BackupSelection: {
          SelectionName: 'all',
          IamRoleArn: `arn:aws:iam::${testAccountId}:role/backup`,
          Resources: [arn(`instance/${ids['instance']}`), arn(`volume/${ids['spare']}`)],
        },
      }),
    });
  },
  get expects() {
    const { root = '', spare = '', drawer = '', sealed = '', plain = '' } = ids;
    return {
      'aws/ebs/backup-plan': { pass: [root, spare], fail: [drawer] },
      'aws/ebs/default-encryption': { pass: ['us-east-1'], fail: ['us-west-2'] },
      'aws/ebs/snapshot-account-block': { pass: ['us-west-2'], fail: ['us-east-1'] },
      'aws/ebs/snapshot-encrypted': { pass: [sealed], fail: [plain, 'snap-shared', 'snap-kept'] },
      'aws/ebs/snapshot-public': { pass: [sealed, 'snap-shared', 'snap-kept'], fail: [plain] },
      'aws/ebs/volume-encrypted': { pass: [spare], fail: [root, drawer] },
    };
  },
});
