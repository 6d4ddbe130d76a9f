import guidance from '../../../../remedies/aws/rds/steps-cluster-multi-az.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
