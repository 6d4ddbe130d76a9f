import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/x-amz-json-1.1' };
const content = JSON.stringify({ schemaVersion: '2.2', description: 'x', mainSteps: [] });

tellService({
  title: 'every check of Systems Manager, on moto',
  checks: ['aws/ssm/'],
  async seed(sdk) {
    const ssm = await sdk('ssm');
    for (const Name of ['restart-web', 'rotate-logs', 'given-away'])
      await ssm.createDocument({ Name, Content: content, DocumentType: 'Command', DocumentFormat: 'JSON' });
    const share = { PermissionType: 'Share' as const };
    await ssm.modifyDocumentPermission({ Name: 'rotate-logs', ...share, AccountIdsToAdd: ['444455556666'] });
    await ssm.modifyDocumentPermission({ Name: 'given-away', ...share, AccountIdsToAdd: ['all'] });
    await ssm.putParameter({ Name: '/clinic/db/password', Value: 'x', Type: 'SecureString' });
    await ssm.putParameter({ Name: '/clinic/mail/apiKey', Value: 'x', Type: 'String' });
    await ssm.putParameter({ Name: '/clinic/db/host', Value: 'x', Type: 'String' });
  },
  recorded(proxy) {
    const instances = ['i-0aaaaaaaaaaaaaaa1', 'i-0aaaaaaaaaaaaaaa2', 'mi-0aaaaaaaaaaaaaaa3'];
    proxy.rule({
      operation: 'DescribeInstanceInformation',
      fault: answer(
        200,
        json,
        JSON.stringify({
          InstanceInformationList: instances.map((InstanceId) => ({
            InstanceId,
            PingStatus: 'Online',
            PlatformType: 'Linux',
            ResourceType: InstanceId.startsWith('mi-') ? 'ManagedInstance' : 'EC2Instance',
          })),
        }),
      ),
    });
    const summary = (ResourceId: string, ComplianceType: string, missing: number) => ({
      ComplianceType,
      ResourceId,
      ResourceType: 'ManagedInstance',
      Status: missing === 0 ? 'COMPLIANT' : 'NON_COMPLIANT',
      CompliantSummary: { CompliantCount: 3 },
      NonCompliantSummary: { NonCompliantCount: missing },
    });
    const [first = '', second = ''] = instances;
    proxy.rule({
      operation: 'ListResourceComplianceSummaries',
      fault: answer(
        200,
        json,
        JSON.stringify({
          ResourceComplianceSummaryItems: [
            summary(first, 'Patch', 0),
            summary(second, 'Patch', 4),
            summary(first, 'Association', 1),
            summary(second, 'Association', 0),
          ],
        }),
      ),
    });
  },
  expects: {
    'aws/ssm/document-public': { pass: ['restart-web', 'rotate-logs'], fail: ['given-away'] },
    'aws/ssm/parameter-encrypted': {
      pass: ['/clinic/db/password'],
      fail: ['/clinic/mail/apiKey'],
      notApplicable: ['/clinic/db/host'],
    },
    'aws/ssm/patch-compliance': {
      pass: ['i-0aaaaaaaaaaaaaaa1'],
      fail: ['i-0aaaaaaaaaaaaaaa2'],
      notApplicable: ['mi-0aaaaaaaaaaaaaaa3'],
    },
    'aws/ssm/association-compliance': {
      pass: ['i-0aaaaaaaaaaaaaaa2'],
      fail: ['i-0aaaaaaaaaaaaaaa1'],
      notApplicable: ['mi-0aaaaaaaaaaaaaaa3'],
    },
  },
});
