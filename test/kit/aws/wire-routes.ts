// Routes as AWS publishes them in each service's API reference: "METHOD path operation", first match wins.
// {} is one path segment, {+} is one or more; a query part must be there too.
const s3Control = compile(
  '/v20180820',
  `
GET /accessgrantsinstance/caller/grants ListCallerAccessGrants
DELETE /accessgrantsinstance/grant/{} DeleteAccessGrant
DELETE /accessgrantsinstance/location/{} DeleteAccessGrantsLocation
GET /accessgrantsinstance/grant/{} GetAccessGrant
GET /accessgrantsinstance/location/{} GetAccessGrantsLocation
PUT /accessgrantsinstance/location/{} UpdateAccessGrantsLocation
DELETE /accessgrantsinstance/resourcepolicy DeleteAccessGrantsInstanceResourcePolicy
DELETE /accessgrantsinstance/identitycenter DissociateAccessGrantsIdentityCenter
GET /accessgrantsinstance/prefix GetAccessGrantsInstanceForPrefix
GET /accessgrantsinstance/resourcepolicy GetAccessGrantsInstanceResourcePolicy
GET /accessgrantsinstance/dataaccess GetDataAccess
GET /accessgrantsinstance/grants ListAccessGrants
GET /accessgrantsinstance/locations ListAccessGrantsLocations
POST /accessgrantsinstance/identitycenter AssociateAccessGrantsIdentityCenter
POST /accessgrantsinstance/grant CreateAccessGrant
POST /accessgrantsinstance/location CreateAccessGrantsLocation
PUT /accessgrantsinstance/resourcepolicy PutAccessGrantsInstanceResourcePolicy
DELETE /accessgrantsinstance DeleteAccessGrantsInstance
GET /accessgrantsinstance GetAccessGrantsInstance
POST /accessgrantsinstance CreateAccessGrantsInstance
GET /accessgrantsinstances ListAccessGrantsInstances
DELETE /accesspoint/{}/policy DeleteAccessPointPolicy
DELETE /accesspoint/{}/scope DeleteAccessPointScope
GET /accesspoint/{}/policy GetAccessPointPolicy
GET /accesspoint/{}/policyStatus GetAccessPointPolicyStatus
GET /accesspoint/{}/scope GetAccessPointScope
PUT /accesspoint/{}/policy PutAccessPointPolicy
PUT /accesspoint/{}/scope PutAccessPointScope
DELETE /accesspoint/{} DeleteAccessPoint
GET /accesspoint/{} GetAccessPoint
PUT /accesspoint/{} CreateAccessPoint
GET /accesspoint ListAccessPoints
GET /accesspointfordirectory ListAccessPointsForDirectoryBuckets
DELETE /accesspointforobjectlambda/{}/policy DeleteAccessPointPolicyForObjectLambda
GET /accesspointforobjectlambda/{}/configuration GetAccessPointConfigurationForObjectLambda
GET /accesspointforobjectlambda/{}/policy GetAccessPointPolicyForObjectLambda
GET /accesspointforobjectlambda/{}/policyStatus GetAccessPointPolicyStatusForObjectLambda
PUT /accesspointforobjectlambda/{}/configuration PutAccessPointConfigurationForObjectLambda
PUT /accesspointforobjectlambda/{}/policy PutAccessPointPolicyForObjectLambda
DELETE /accesspointforobjectlambda/{} DeleteAccessPointForObjectLambda
GET /accesspointforobjectlambda/{} GetAccessPointForObjectLambda
PUT /accesspointforobjectlambda/{} CreateAccessPointForObjectLambda
GET /accesspointforobjectlambda ListAccessPointsForObjectLambda
POST /async-requests/mrap/create CreateMultiRegionAccessPoint
POST /async-requests/mrap/delete DeleteMultiRegionAccessPoint
POST /async-requests/mrap/put-policy PutMultiRegionAccessPointPolicy
GET /async-requests/mrap/{+} DescribeMultiRegionAccessPointOperation
DELETE /bucket/{}/lifecycleconfiguration DeleteBucketLifecycleConfiguration
DELETE /bucket/{}/policy DeleteBucketPolicy
DELETE /bucket/{}/replication DeleteBucketReplication
DELETE /bucket/{}/tagging DeleteBucketTagging
GET /bucket/{}/lifecycleconfiguration GetBucketLifecycleConfiguration
GET /bucket/{}/policy GetBucketPolicy
GET /bucket/{}/replication GetBucketReplication
GET /bucket/{}/tagging GetBucketTagging
GET /bucket/{}/versioning GetBucketVersioning
PUT /bucket/{}/lifecycleconfiguration PutBucketLifecycleConfiguration
PUT /bucket/{}/policy PutBucketPolicy
PUT /bucket/{}/replication PutBucketReplication
PUT /bucket/{}/tagging PutBucketTagging
PUT /bucket/{}/versioning PutBucketVersioning
DELETE /bucket/{} DeleteBucket
GET /bucket/{} GetBucket
PUT /bucket/{} CreateBucket
GET /bucket ListRegionalBuckets
DELETE /configuration/publicAccessBlock DeletePublicAccessBlock
GET /configuration/publicAccessBlock GetPublicAccessBlock
PUT /configuration/publicAccessBlock PutPublicAccessBlock
DELETE /jobs/{}/tagging DeleteJobTagging
GET /jobs/{}/tagging GetJobTagging
POST /jobs/{}/priority UpdateJobPriority
POST /jobs/{}/status UpdateJobStatus
PUT /jobs/{}/tagging PutJobTagging
GET /jobs/{} DescribeJob
GET /jobs ListJobs
POST /jobs CreateJob
GET /mrap/instances/{+}/policy GetMultiRegionAccessPointPolicy
GET /mrap/instances/{+}/policystatus GetMultiRegionAccessPointPolicyStatus
GET /mrap/instances/{+}/routes GetMultiRegionAccessPointRoutes
PATCH /mrap/instances/{+}/routes SubmitMultiRegionAccessPointRoutes
GET /mrap/instances/{+} GetMultiRegionAccessPoint
GET /mrap/instances ListMultiRegionAccessPoints
DELETE /storagelens/{}/tagging DeleteStorageLensConfigurationTagging
GET /storagelens/{}/tagging GetStorageLensConfigurationTagging
PUT /storagelens/{}/tagging PutStorageLensConfigurationTagging
DELETE /storagelens/{} DeleteStorageLensConfiguration
GET /storagelens/{} GetStorageLensConfiguration
PUT /storagelens/{} PutStorageLensConfiguration
GET /storagelens ListStorageLensConfigurations
DELETE /storagelensgroup/{} DeleteStorageLensGroup
GET /storagelensgroup/{} GetStorageLensGroup
PUT /storagelensgroup/{} UpdateStorageLensGroup
GET /storagelensgroup ListStorageLensGroups
POST /storagelensgroup CreateStorageLensGroup
DELETE /tags/{+} UntagResource
GET /tags/{+} ListTagsForResource
POST /tags/{+} TagResource
`,
);

const cloudFront = compile(
  '/2020-05-31',
  `
DELETE /anycast-ip-list/{} DeleteAnycastIpList
GET /anycast-ip-list/{} GetAnycastIpList
PUT /anycast-ip-list/{} UpdateAnycastIpList
GET /anycast-ip-list ListAnycastIpLists
POST /anycast-ip-list CreateAnycastIpList
GET /cache-policy/{}/config GetCachePolicyConfig
DELETE /cache-policy/{} DeleteCachePolicy
GET /cache-policy/{} GetCachePolicy
PUT /cache-policy/{} UpdateCachePolicy
GET /cache-policy ListCachePolicies
POST /cache-policy CreateCachePolicy
GET /conflicting-alias ListConflictingAliases
GET /connection-function/{}/describe DescribeConnectionFunction
POST /connection-function/{}/publish PublishConnectionFunction
POST /connection-function/{}/test TestConnectionFunction
DELETE /connection-function/{} DeleteConnectionFunction
GET /connection-function/{} GetConnectionFunction
PUT /connection-function/{} UpdateConnectionFunction
POST /connection-function CreateConnectionFunction
POST /connection-functions ListConnectionFunctions
DELETE /connection-group/{} DeleteConnectionGroup
GET /connection-group/{} GetConnectionGroup
PUT /connection-group/{} UpdateConnectionGroup
GET /connection-group GetConnectionGroupByRoutingEndpoint
POST /connection-group CreateConnectionGroup
POST /connection-groups ListConnectionGroups
GET /continuous-deployment-policy/{}/config GetContinuousDeploymentPolicyConfig
DELETE /continuous-deployment-policy/{} DeleteContinuousDeploymentPolicy
GET /continuous-deployment-policy/{} GetContinuousDeploymentPolicy
PUT /continuous-deployment-policy/{} UpdateContinuousDeploymentPolicy
GET /continuous-deployment-policy ListContinuousDeploymentPolicies
POST /continuous-deployment-policy CreateContinuousDeploymentPolicy
POST /delete-realtime-log-config DeleteRealtimeLogConfig
POST /delete-resource-policy DeleteResourcePolicy
GET /distribution/{}/invalidation/{} GetInvalidation
GET /distribution/{}/config GetDistributionConfig
GET /distribution/{}/invalidation ListInvalidations
POST /distribution/{}/copy CopyDistribution
POST /distribution/{}/invalidation CreateInvalidation
PUT /distribution/{}/associate-alias AssociateAlias
PUT /distribution/{}/associate-web-acl AssociateDistributionWebACL
PUT /distribution/{}/disassociate-web-acl DisassociateDistributionWebACL
PUT /distribution/{}/config UpdateDistribution
PUT /distribution/{}/promote-staging-config UpdateDistributionWithStagingConfig
DELETE /distribution/{} DeleteDistribution
GET /distribution/{} GetDistribution
POST /distribution?WithTags CreateDistributionWithTags
GET /distribution ListDistributions
POST /distribution CreateDistribution
GET /distribution-tenant/{}/invalidation/{} GetInvalidationForDistributionTenant
GET /distribution-tenant/{}/invalidation ListInvalidationsForDistributionTenant
POST /distribution-tenant/{}/invalidation CreateInvalidationForDistributionTenant
PUT /distribution-tenant/{}/associate-web-acl AssociateDistributionTenantWebACL
PUT /distribution-tenant/{}/disassociate-web-acl DisassociateDistributionTenantWebACL
DELETE /distribution-tenant/{} DeleteDistributionTenant
GET /distribution-tenant/{} GetDistributionTenant
PUT /distribution-tenant/{} UpdateDistributionTenant
GET /distribution-tenant GetDistributionTenantByDomain
POST /distribution-tenant CreateDistributionTenant
POST /distribution-tenants ListDistributionTenants
POST /distribution-tenants-by-customization ListDistributionTenantsByCustomization
DELETE /distributions/{}/monitoring-subscription DeleteMonitoringSubscription
GET /distributions/{}/monitoring-subscription GetMonitoringSubscription
POST /distributions/{}/monitoring-subscription CreateMonitoringSubscription
GET /distributionsByAnycastIpListId/{} ListDistributionsByAnycastIpListId
GET /distributionsByCachePolicyId/{} ListDistributionsByCachePolicyId
GET /distributionsByConnectionFunction ListDistributionsByConnectionFunction
GET /distributionsByConnectionMode/{} ListDistributionsByConnectionMode
GET /distributionsByKeyGroupId/{} ListDistributionsByKeyGroup
GET /distributionsByOriginRequestPolicyId/{} ListDistributionsByOriginRequestPolicyId
GET /distributionsByOwnedResource/{} ListDistributionsByOwnedResource
POST /distributionsByRealtimeLogConfig ListDistributionsByRealtimeLogConfig
GET /distributionsByResponseHeadersPolicyId/{} ListDistributionsByResponseHeadersPolicyId
GET /distributionsByTrustStore ListDistributionsByTrustStore
GET /distributionsByVpcOriginId/{} ListDistributionsByVpcOriginId
GET /distributionsByWebACLId/{} ListDistributionsByWebACLId
POST /domain-association UpdateDomainAssociation
POST /domain-conflicts ListDomainConflicts
GET /field-level-encryption/{}/config GetFieldLevelEncryptionConfig
PUT /field-level-encryption/{}/config UpdateFieldLevelEncryptionConfig
DELETE /field-level-encryption/{} DeleteFieldLevelEncryptionConfig
GET /field-level-encryption/{} GetFieldLevelEncryption
GET /field-level-encryption ListFieldLevelEncryptionConfigs
POST /field-level-encryption CreateFieldLevelEncryptionConfig
GET /field-level-encryption-profile/{}/config GetFieldLevelEncryptionProfileConfig
PUT /field-level-encryption-profile/{}/config UpdateFieldLevelEncryptionProfile
DELETE /field-level-encryption-profile/{} DeleteFieldLevelEncryptionProfile
GET /field-level-encryption-profile/{} GetFieldLevelEncryptionProfile
GET /field-level-encryption-profile ListFieldLevelEncryptionProfiles
POST /field-level-encryption-profile CreateFieldLevelEncryptionProfile
GET /function/{}/describe DescribeFunction
POST /function/{}/publish PublishFunction
POST /function/{}/test TestFunction
DELETE /function/{} DeleteFunction
GET /function/{} GetFunction
PUT /function/{} UpdateFunction
GET /function ListFunctions
POST /function CreateFunction
POST /get-realtime-log-config GetRealtimeLogConfig
POST /get-resource-policy GetResourcePolicy
GET /key-group/{}/config GetKeyGroupConfig
DELETE /key-group/{} DeleteKeyGroup
GET /key-group/{} GetKeyGroup
PUT /key-group/{} UpdateKeyGroup
GET /key-group ListKeyGroups
POST /key-group CreateKeyGroup
DELETE /key-value-store/{} DeleteKeyValueStore
GET /key-value-store/{} DescribeKeyValueStore
PUT /key-value-store/{} UpdateKeyValueStore
GET /key-value-store ListKeyValueStores
POST /key-value-store CreateKeyValueStore
GET /managed-certificate/{} GetManagedCertificateDetails
GET /origin-access-control/{}/config GetOriginAccessControlConfig
PUT /origin-access-control/{}/config UpdateOriginAccessControl
DELETE /origin-access-control/{} DeleteOriginAccessControl
GET /origin-access-control/{} GetOriginAccessControl
GET /origin-access-control ListOriginAccessControls
POST /origin-access-control CreateOriginAccessControl
GET /origin-access-identity/cloudfront/{}/config GetCloudFrontOriginAccessIdentityConfig
PUT /origin-access-identity/cloudfront/{}/config UpdateCloudFrontOriginAccessIdentity
DELETE /origin-access-identity/cloudfront/{} DeleteCloudFrontOriginAccessIdentity
GET /origin-access-identity/cloudfront/{} GetCloudFrontOriginAccessIdentity
GET /origin-access-identity/cloudfront ListCloudFrontOriginAccessIdentities
POST /origin-access-identity/cloudfront CreateCloudFrontOriginAccessIdentity
GET /origin-request-policy/{}/config GetOriginRequestPolicyConfig
DELETE /origin-request-policy/{} DeleteOriginRequestPolicy
GET /origin-request-policy/{} GetOriginRequestPolicy
PUT /origin-request-policy/{} UpdateOriginRequestPolicy
GET /origin-request-policy ListOriginRequestPolicies
POST /origin-request-policy CreateOriginRequestPolicy
GET /public-key/{}/config GetPublicKeyConfig
PUT /public-key/{}/config UpdatePublicKey
DELETE /public-key/{} DeletePublicKey
GET /public-key/{} GetPublicKey
GET /public-key ListPublicKeys
POST /public-key CreatePublicKey
POST /put-resource-policy PutResourcePolicy
GET /realtime-log-config ListRealtimeLogConfigs
POST /realtime-log-config CreateRealtimeLogConfig
PUT /realtime-log-config UpdateRealtimeLogConfig
GET /response-headers-policy/{}/config GetResponseHeadersPolicyConfig
DELETE /response-headers-policy/{} DeleteResponseHeadersPolicy
GET /response-headers-policy/{} GetResponseHeadersPolicy
PUT /response-headers-policy/{} UpdateResponseHeadersPolicy
GET /response-headers-policy ListResponseHeadersPolicies
POST /response-headers-policy CreateResponseHeadersPolicy
GET /streaming-distribution/{}/config GetStreamingDistributionConfig
PUT /streaming-distribution/{}/config UpdateStreamingDistribution
DELETE /streaming-distribution/{} DeleteStreamingDistribution
GET /streaming-distribution/{} GetStreamingDistribution
POST /streaming-distribution?WithTags CreateStreamingDistributionWithTags
GET /streaming-distribution ListStreamingDistributions
POST /streaming-distribution CreateStreamingDistribution
POST /tagging?Operation=Tag TagResource
POST /tagging?Operation=Untag UntagResource
GET /tagging ListTagsForResource
DELETE /trust-store/{} DeleteTrustStore
GET /trust-store/{} GetTrustStore
PUT /trust-store/{} UpdateTrustStore
POST /trust-store CreateTrustStore
POST /trust-stores ListTrustStores
POST /verify-dns-configuration VerifyDnsConfiguration
DELETE /vpc-origin/{} DeleteVpcOrigin
GET /vpc-origin/{} GetVpcOrigin
PUT /vpc-origin/{} UpdateVpcOrigin
GET /vpc-origin ListVpcOrigins
POST /vpc-origin CreateVpcOrigin
`,
);

type Naming = (method: string, path: string, query: URLSearchParams) => string;

export const s3ControlOperation: Naming = (...request) => match(s3Control, ...request);
export const cloudFrontOperation: Naming = (...request) => match(cloudFront, ...request);

interface Route {
  method: string;
  path: RegExp;
  query: [string, string][];
  operation: string;
}

function compile(prefix: string, table: string): readonly Route[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [method = '', template = '', operation = ''] = line.split(' ');
      const [path = '', query = ''] = template.split('?');
      const pattern = path.replaceAll('{+}', '.+').replaceAll('{}', '[^/]+');
      return {
        method,
        path: new RegExp(`^${prefix}${pattern}/?$`),
        query: [...new URLSearchParams(query)],
        operation,
      };
    });
}

function match(routes: readonly Route[], method: string, path: string, query: URLSearchParams): string {
  const route = routes.find(
    (r) =>
      r.method === method &&
      r.path.test(path) &&
      r.query.every(([k, v]) => query.has(k) && (v === '' || query.get(k) === v)),
  );
  return route?.operation ?? `?${method} ${path}`;
}
