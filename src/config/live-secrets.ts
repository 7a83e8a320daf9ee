import { type InferOutput, safeParse } from 'valibot';
import { isPostgresUrl, passwordIn, withoutPassword } from '../db/database-url.ts';
import { Secret, type SecretSource } from '../system/secret.ts';
import { writtenWrongly } from './as-written.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { ConfigFault } from './config-fault.ts';
import { readSecret, secretFile } from './secret-files.ts';
import type { TeamsProof } from './teams-proof.ts';
import { type Variables, variables } from './variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Entries = (typeof variables)['entries'];

/** How a sentence ends about a secret that can't be taken. */
const stays = 'Buddy goes on with the one it has.';

/** Secrets of one environment: which may be replaced while Buddy runs, and so can be looked for again. */
export class LiveSecrets {
  /** Those that come from a file. */
  readonly replaceable: Secret<unknown>[] = [];
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  /** `value`, until another stands in the file of that name. What's in there is held to the same rules as at the start. */
  of<Name extends keyof Entries, Value extends NonNullable<InferOutput<Entries[Name]>>>(
    name: Name,
    value: Value,
  ): Secret<Value> {
    const path = secretFile(this.environment, name);
    if (path === null) return new Secret(value);
    return this.from(value, {
      name: `${name}_FILE`,
      read: () => readAgain(name, path) as ReturnType<SecretSource<Value>['read']>,
    });
  }

  /** The password of a PostgreSQL database, of whose URL nothing else may change; null for one that stays. */
  databasePassword(url: string): Secret | null {
    const [name, path] = ['DATABASE_URL', secretFile(this.environment, 'DATABASE_URL')] as const;
    if (path === null || !isPostgresUrl(url)) return null;
    return this.from(passwordIn(url), {
      name: `${name}_FILE`,
      read() {
        const read = readAgain(name, path);
        if (!read.ok) return read;
        const isSame = withoutPassword(String(read.value)) === withoutPassword(url);
        return isSame
          ? { ok: true, value: passwordIn(String(read.value)) }
          : {
              ok: false,
              why: `${name}_FILE names ${path}, where more than the password has changed: that takes a restart. ${stays}`,
            };
      },
    });
  }

  /** By what a bot proves who it is, of settings in which `proofFaults` finds nothing wrong. */
  teamsProof({
    MicrosoftAppPassword: password,
    MicrosoftAppCertificateFile: path,
    MicrosoftAppCertificateKeyFile: keyPath,
    AZURE_FEDERATED_TOKEN_FILE: tokenFile,
  }: Variables): TeamsProof {
    if (password !== null) return { by: 'secret', secret: this.of('MicrosoftAppPassword', password) };
    if (path !== null) return { by: 'certificate', certificate: this.certificate(path, keyPath) };
    return tokenFile === null ? { by: 'machine' } : { by: 'federation', tokenFile };
  }

  private certificate(path: string, keyPath: string | null): Secret<Certificate> {
    const read = () => {
      const found = readCertificate(path, keyPath);
      return found.ok ? found : ({ ok: false, why: `${found.why} ${stays}` } as const);
    };
    const first = readCertificate(path, keyPath);
    if (!first.ok) throw new ConfigFault(first.why);
    return this.from(first.value, { name: 'MicrosoftAppCertificateFile', read });
  }

  private from<Value>(value: Value, source: SecretSource<Value>): Secret<Value> {
    const secret = new Secret(value, source);
    this.replaceable.push(secret as Secret<unknown>);
    return secret;
  }
}

function readAgain(name: keyof Entries, path: string) {
  const read = readSecret(name, path);
  if (!read.ok) return { ok: false, why: `${read.why} ${stays}` } as const;
  const parsed = safeParse(variables.entries[name], read.text);
  const wrong = writtenWrongly({ [name]: read.text }, [name]).get(name) ?? parsed.issues?.[0].message;
  return wrong === undefined
    ? ({ ok: true, value: parsed.output } as const)
    : ({ ok: false, why: `${name} in ${path} ${wrong} ${stays}` } as const);
}
