// The npm package eventsource, unchanged: through the redirect to the data port, with the token in the URL, because it drops headers there.
import assert from 'node:assert';
import { once } from 'node:events';
import { EventSource } from 'eventsource';

const { url, accessToken: token } = JSON.parse(process.env.FAKE);
setTimeout(() => { console.error('eventsource: nothing came any more.'); process.exit(1); }, 30_000).unref();

const source = new EventSource(`${url}?auth=${token}`);
const next = name => once(source, name).then(([event]) => event);

const first = JSON.parse((await next('put')).data);
assert.strictEqual(first.path, '/');
assert.strictEqual(first.data.metadata.access_token, token);

const [thermostat] = Object.keys(first.data.devices.thermostats);
const changed = next('put');
const written = await fetch(`${url}devices/thermostats/${thermostat}?auth=${token}`, { method: 'PUT', body: '{"target_temperature_c":23.5}' });
assert.strictEqual(written.status, 200);
assert.strictEqual(JSON.parse((await changed).data).data.devices.thermostats[thermostat].target_temperature_c, 23.5);

const revoked = next('auth_revoked');
assert.ok((await fetch(`${url}oauth2/access_tokens/${token}`, { method: 'DELETE' })).ok);
assert.strictEqual(JSON.parse((await revoked).data), token);

// The stream has ended, and reopening it is refused permanently.
for (let error = await next('error'); error.code === undefined; error = await next('error'));
assert.strictEqual(source.readyState, EventSource.CLOSED);
console.log('eventsource: home, change and revocation heard through the redirect.');
