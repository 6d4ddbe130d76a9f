import guidance from '../../../../remedies/aws/dynamodb/steps-throughput-limit.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
