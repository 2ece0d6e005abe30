import {afterAll, describe} from '@jest/globals';
import {testCases} from '../helpers/cases.ts';
import {stopAll} from '../helpers/server.ts';

afterAll(stopAll);

describe('keys, caches, proxies and inputs', () => testCases('around'));
