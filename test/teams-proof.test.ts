import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config/config.ts';
import { Certificates, whyNoCertificates } from './support/certificates.ts';

let files: Certificates;
beforeEach(() => {
  files = new Certificates();
});
afterEach(() => files.remove());

const bot = { MicrosoftAppId: 'app-id', MicrosoftAppTenantId: 'tenant' };

const why = whyNoCertificates();
if (why !== null) console.log(`skipped: certificates that can't be used, since ${why}.`);

(why === null ? describe : describe.skip)('what a bot is to prove itself by', () => {
  test.each<[string, (made: Certificates) => Record<string, string>, RegExp]>([
    [
      'a file that is missing',
      () => ({ MicrosoftAppCertificateFile: '/nowhere.crt' }),
      /^MicrosoftAppCertificateFile names \/nowhere\.crt: is missing\.$/,
    ],
    [
      'a key in place of a certificate',
      (made) => ({ MicrosoftAppCertificateFile: made.path('bot.key') }),
      /^MicrosoftAppCertificateFile names \S+, which has no certificate in PEM/,
    ],
    [
      'no key',
      (made) => ({ MicrosoftAppCertificateFile: made.path('bot.crt') }),
      /^MicrosoftAppCertificateFile names \S+, which has no private key in PEM\.$/,
    ],
    [
      'a key alone',
      (made) => ({ MicrosoftAppCertificateKeyFile: made.path('bot.key') }),
      /^MicrosoftAppCertificateFile is missing, while MicrosoftAppCertificateKeyFile is set\.$/,
    ],
    [
      'the key of another',
      (made) => {
        made.make('other');
        return {
          MicrosoftAppCertificateFile: made.path('bot.crt'),
          MicrosoftAppCertificateKeyFile: made.path('other.key'),
        };
      },
      /^MicrosoftAppCertificateKeyFile names \S+, whose key is not the one of the certificate\.$/,
    ],
    [
      'a key with a passphrase',
      (made) => {
        made.make('locked', { key: ['-newkey', 'rsa:2048', '-passout', 'pass:hush-hush'] });
        return {
          MicrosoftAppCertificateFile: made.path('locked.crt'),
          MicrosoftAppCertificateKeyFile: made.path('locked.key'),
        };
      },
      /whose key has a passphrase/,
    ],
    [
      'another kind of key',
      (made) => {
        made.make('curve', { key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'] });
        return {
          MicrosoftAppCertificateFile: made.path('curve.crt'),
          MicrosoftAppCertificateKeyFile: made.path('curve.key'),
        };
      },
      /whose key is no RSA key of at least 2048 bits/,
    ],
    [
      'a secret beside it',
      (made) => ({
        MicrosoftAppCertificateFile: made.path('bot.crt'),
        MicrosoftAppCertificateKeyFile: made.path('bot.key'),
        MicrosoftAppPassword: 'hush-hush',
      }),
      /^MicrosoftAppPassword and MicrosoftAppCertificateFile are set, and each is a way/,
    ],
    [
      'every way at once',
      (made) => ({
        MicrosoftAppCertificateFile: made.path('bot.crt'),
        MicrosoftAppType: 'UserAssignedMSI',
        AZURE_FEDERATED_TOKEN_FILE: made.path('token'),
      }),
      /^MicrosoftAppCertificateFile and AZURE_FEDERATED_TOKEN_FILE and MicrosoftAppType=UserAssignedMSI are set/,
    ],
    [
      'an empty token of a workload',
      (made) => {
        writeFileSync(made.path('token'), '\n');
        return { AZURE_FEDERATED_TOKEN_FILE: made.path('token') };
      },
      /^AZURE_FEDERATED_TOKEN_FILE names \S+, which is empty\.$/,
    ],
  ])('%s is refused in one sentence', (_, change, said) => {
    files.make('bot');
    let message = '';
    try {
      readConfig({ ...bot, ...change(files) });
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message).toMatch(said);
    expect(message).not.toMatch(/hush-hush|BEGIN/);
  });
});
