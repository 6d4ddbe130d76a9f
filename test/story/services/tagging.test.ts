import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${testAccountId}:${rest}`;
const json = { 'content-type': 'application/json' };
const aws11 = { 'content-type': 'application/x-amz-json-1.1' };
const classified = [{ Key: 'DataClassification', Value: 'PHI' }];
const names: Record<string, string> = {};

/** What moto keeps no tags of, as the tagging API tells it. */
const tagged: Readonly<Record<string, readonly { Key: string; Value: string }[]>> = {
  [arn('dynamodb', 'table/visits')]: classified,
  [arn('healthlake', 'datastore/fhir/f1')]: [{ Key: 'PHI', Value: 'yes' }],
  [arn('omics', 'sequenceStore/1')]: [{ Key: 'Owner', Value: 'lab' }],
  [arn('medical-imaging', 'datastore/d1')]: [...classified, { Key: 'Env', Value: 'qa' }],
  'arn:aws:s3:::records': [...classified, { Key: 'Env', Value: 'dev' }],
};

tellService({
  title: 'what tags say about data stores and about where things stand, on moto',
  checks: ['aws/phi/data-store-classification', 'aws/phi/resource-tag-dev-conflict'],
  async seed(sdk) {
    const rds = await sdk('rds');
    const database = (DBInstanceIdentifier: string, more: object = {}) =>
      rds.createDBInstance({
        DBInstanceIdentifier,
        Engine: 'postgres',
        DBInstanceClass: 'db.t3.medium',
        MasterUsername: 'made_up',
        MasterUserPassword: 'not-a-real-one',
        AllocatedStorage: 20,
        ...more,
      });
    await database('visits-db', { Tags: classified });
    await database('billing-db');
    await rds.createDBCluster({
      DBClusterIdentifier: 'claims-cluster',
      Engine: 'aurora-postgresql',
      MasterUsername: 'made_up',
      MasterUserPassword: 'not-a-real-one',
      Tags: [{ Key: 'Classification', Value: 'internal' }],
    });
    await database('claims-1', { Engine: 'aurora-postgresql', DBClusterIdentifier: 'claims-cluster' });
    const dynamoDb = await sdk('dynamoDb');
    for (const TableName of ['visits', 'sessions'])
      await dynamoDb.createTable({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      });
    const efs = await sdk('efs');
    const { FileSystemId } = await efs.createFileSystem({ CreationToken: 'scans' });
    names['scans'] = FileSystemId ?? '';
    await (await sdk('openSearch')).createDomain({ DomainName: 'search' });
    const ec2 = await sdk('ec2');
    const { Vpc } = await ec2.createVpc({ CidrBlock: '10.9.0.0/16' });
    const { Subnet } = await ec2.createSubnet({ VpcId: Vpc?.VpcId, CidrBlock: '10.9.1.0/24' });
    await ec2.createTags({ Resources: [Vpc?.VpcId ?? ''], Tags: [{ Key: 'Environment', Value: 'dev' }] });
    const { Instances } = await ec2.runInstances({
      ImageId: 'ami-12c6146b',
      MinCount: 1,
      MaxCount: 1,
      SubnetId: Subnet?.SubnetId,
      TagSpecifications: [{ ResourceType: 'instance', Tags: classified }],
    });
    names['vpc'] = `vpc/${Vpc?.VpcId}`;
    names['instance'] = `instance/${Instances?.[0]?.InstanceId}`;
  },
  // moto knows none of the health services, and FSx and Redshift are empty here.
  recorded(proxy) {
    const says = (operation: string, headers: Readonly<Record<string, string>>, body: object) =>
      proxy.rule({ operation, fault: answer(200, headers, JSON.stringify(body)) });
    says('ListFHIRDatastores', aws11, {
      DatastorePropertiesList: [
        {
          DatastoreId: 'f1',
          DatastoreArn: arn('healthlake', 'datastore/fhir/f1'),
          DatastoreName: 'fhir',
          DatastoreStatus: 'ACTIVE',
        },
      ],
    });
    says('ListDatastores', json, {
      datastoreSummaries: [
        {
          datastoreId: 'd1',
          datastoreName: 'images',
          datastoreStatus: 'ACTIVE',
          datastoreArn: arn('medical-imaging', 'datastore/d1'),
        },
      ],
    });
    says('ListSequenceStores', json, {
      sequenceStores: [{ id: '1', arn: arn('omics', 'sequenceStore/1'), name: 'genomes' }],
    });
    says('ListReferenceStores', json, { referenceStores: [] });
    says('ListVariantStores', json, { variantStores: [] });
    says('ListAnnotationStores', json, { annotationStores: [] });
    says('GetResources', aws11, {
      ResourceTagMappingList: [
        ...Object.entries(tagged).map(([ResourceARN, Tags]) => ({ ResourceARN, Tags })),
        {
          ResourceARN: arn('ec2', names['vpc'] ?? ''),
          Tags: [{ Key: 'Environment', Value: 'dev' }],
        },
        { ResourceARN: arn('ec2', names['instance'] ?? ''), Tags: classified },
        { ResourceARN: arn('rds', 'db:visits-db'), Tags: classified },
      ],
      PaginationToken: '',
    });
  },
  get expects() {
    const { scans = '', vpc = '', instance = '' } = names;
    return {
      'aws/phi/data-store-classification': {
        pass: ['visits-db', 'claims-cluster', 'visits', 'fhir', 'images'],
        fail: ['billing-db', 'sessions', scans, 'search', 'genomes'],
      },
      'aws/phi/resource-tag-dev-conflict': {
        pass: ['table/visits', 'datastore/fhir/f1', 'sequenceStore/1', vpc, 'db:visits-db'],
        fail: [instance, 'datastore/d1'],
      },
    };
  },
});
