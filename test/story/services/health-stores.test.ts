import { testAccountId } from '../../kit/aws/environment.ts';
import { type AwsProxy, answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${testAccountId}:${rest}`;
const own = arn('kms', 'key/own');
const lent = arn('kms', 'key/aws-own');

const fhir = (name: string, KmsEncryptionConfig: object | null, DatastoreStatus = 'ACTIVE') => ({
  DatastoreId: `id-of-${name}`,
  DatastoreArn: arn('healthlake', `datastore/fhir/id-of-${name}`),
  DatastoreName: name,
  DatastoreStatus,
  DatastoreTypeVersion: 'R4',
  DatastoreEndpoint: `https://healthlake.us-east-1.amazonaws.com/datastore/${name}/r4/`,
  ...(KmsEncryptionConfig && { SseConfiguration: { KmsEncryptionConfig } }),
});

const images = (datastoreId: string, datastoreStatus = 'ACTIVE') => ({
  datastoreId,
  datastoreName: `images-${datastoreId}`,
  datastoreStatus,
  datastoreArn: arn('medical-imaging', `datastore/${datastoreId}`),
});
const imageKeys: Readonly<Record<string, string | undefined>> = { sealed: own, lent };

const genomes = (sort: string, id: string, keyArn: string | null) => ({
  id,
  [/variant|annotation/.test(sort) ? 'storeArn' : 'arn']: arn('omics', `${sort}/${id}`),
  name: `${sort}-${id}`,
  sseConfig: { type: 'KMS', ...(keyArn && { keyArn }) },
  creationTime: '2026-01-01T00:00:00Z',
});

const json = { 'content-type': 'application/json' };
const aws10 = { 'content-type': 'application/x-amz-json-1.0' };

/** moto knows none of the three; these are the shapes of AWS's API references. */
function recorded(proxy: AwsProxy): void {
  const says = (operation: string, headers: Readonly<Record<string, string>>, body: object) =>
    proxy.rule({ operation, fault: answer(200, headers, JSON.stringify(body)) });
  says('ListFHIRDatastores', aws10, {
    DatastorePropertiesList: [
      fhir('sealed', { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: own }),
      fhir('awss', { CmkType: 'AWS_OWNED_KMS_KEY' }),
      fhir('unsaid', null),
      fhir('gone', null, 'DELETED'),
    ],
  });
  proxy.rule({
    operation: 'ListDatastores',
    fault: answer(200, json, (call) =>
      JSON.stringify(
        call.key.includes('second')
          ? { datastoreSummaries: [images('lent'), images('going', 'DELETING')] }
          : { datastoreSummaries: [images('sealed'), images('bare')], nextToken: 'second' },
      ),
    ),
  });
  proxy.rule({
    operation: 'GetDatastore',
    fault: answer(200, json, (call) => {
      const [, id = ''] = /datastore\/([\w-]+)/.exec(call.key) ?? [];
      return JSON.stringify({ datastoreProperties: { ...images(id), kmsKeyArn: imageKeys[id] } });
    }),
  });
  says('ListSequenceStores', json, {
    sequenceStores: [genomes('sequenceStore', '1', own), genomes('sequenceStore', '2', null)],
  });
  says('ListReferenceStores', json, { referenceStores: [genomes('referenceStore', '3', lent)] });
  says('ListVariantStores', json, {
    variantStores: [
      { ...genomes('variantStore', '4', own), status: 'ACTIVE' },
      { ...genomes('variantStore', '5', null), status: 'DELETING' },
    ],
  });
  says('ListAnnotationStores', json, {
    annotationStores: [{ ...genomes('annotationStore', '6', null), status: 'ACTIVE' }],
  });
  says('ListAliases', aws10, {
    Aliases: [
      { AliasName: 'alias/aws/healthlake', TargetKeyId: 'aws-own' },
      { AliasName: 'alias/clinic', TargetKeyId: 'own' },
    ],
    Truncated: false,
  });
}

tellService({
  title: 'every check of HealthLake, HealthImaging and HealthOmics, recorded',
  checks: ['aws/healthlake/', 'aws/healthimaging/', 'aws/healthomics/'],
  async seed() {},
  recorded,
  expects: {
    'aws/healthlake/datastore-kms': { pass: ['sealed'], fail: ['awss', 'unsaid'] },
    'aws/healthimaging/datastore-kms': { pass: ['images-sealed'], fail: ['images-bare', 'images-lent'] },
    'aws/healthomics/store-kms': {
      pass: ['sequenceStore-1', 'variantStore-4'],
      fail: ['sequenceStore-2', 'referenceStore-3', 'annotationStore-6'],
    },
  },
});
