import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-tls',
  title: 'Have the database refuse unencrypted connections',
  cures: ['aws/rds/tls-enforced', 'aws/rds/cluster-tls-enforced'],
  why: 'A default group cannot be changed, some engines take the setting only with a reboot, and Oracle and Db2 are told by something else.',
  steps: [
    'Find the clients that connect without TLS: `select * from pg_stat_ssl` in PostgreSQL, `performance_schema` in MySQL and MariaDB, `sys.dm_exec_connections` in SQL Server; and move them to TLS.',
    'If the group is a default one, create a group of your own of the same family, copy what was set, and attach it; a default group cannot be changed.',
    'Set rds.force_ssl to 1 for PostgreSQL and SQL Server, require_secure_transport to ON for MySQL and MariaDB, DB2COMM to SSL for Db2: `aws rds modify-db-parameter-group`, or `aws rds modify-db-cluster-parameter-group` for a cluster.',
    'Oracle is told by its option group: `aws rds add-option-to-option-group --option-group-name GROUP --apply-immediately --options OptionName=NATIVE_NETWORK_ENCRYPTION,OptionSettings=[{Name=SQLNET.ENCRYPTION_SERVER,Value=REQUIRED}]`.',
    'MariaDB older than 10.5 has no such parameter: upgrade it, or create its users with REQUIRE SSL.',
    'Reboot at a quiet time where RDS says pending-reboot, and `recheck` the finding.',
  ],
});
