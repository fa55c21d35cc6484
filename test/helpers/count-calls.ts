/** What was asked of each binding, in order: `DB.batch`, `KV.get`, `SIGN_IN_QUEUE.send` … */
export type Calls = string[];

/** The same bindings, each call of which is written into `calls`. */
export function countCalls(env: Env, calls: Calls): Env {
  const names = ['DB', 'KV', 'FILES', 'SIGN_IN_QUEUE', 'MAIL_QUEUE', 'SIGN_IN_LIMIT', 'ROOMS', 'EMAIL'] as const;
  const counted = names.map((name) => [name, watched(env[name], (method) => calls.push(`${name}.${method}`))]);
  return { ...env, ...Object.fromEntries(counted) };
}

function watched<T extends object>(binding: T, saw: (method: string) => void): T {
  return new Proxy(binding, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function' || typeof key !== 'string') return value;
      return (...values: unknown[]) => {
        saw(key);
        return Reflect.apply(value, target, values);
      };
    },
  });
}
