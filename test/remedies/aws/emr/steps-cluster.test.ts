import guidance from '../../../../remedies/aws/emr/steps-cluster.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
