// The npm package nest-rest 1.0.0, unchanged. Its addresses are fixed in its code, so what it sends to Nest's hosts is sent to the fake.
const assert = require('node:assert');
const http = require('node:http');
const https = require('node:https');
const { CLIENT_ID, CLIENT_SECRET, PLAIN_URL, PLAIN_PIN, HALLWAY, DEN } = process.env;

https.request = (url, options, answered) => {
  assert.match(url.hostname, /^(developer-api|api\.home)\.nest\.com$/);
  return http.request(new URL(url.pathname + url.search, PLAIN_URL), options, answered);
};
process.env.OAUTH2_CLIENT_ID = CLIENT_ID;
process.env.OAUTH2_CLIENT_SECRET = CLIENT_SECRET;
const nest = require('nest-rest');

(async () => {
  const exchanged = await nest.oauth2.exchangeCodeForToken(PLAIN_PIN);
  assert.ok(exchanged.success);
  assert.ok(exchanged.expires > 300_000_000);
  const client = nest.restApiClient(exchanged.token);

  const home = await client.read('/');
  assert.strictEqual(Object.keys(home.data.devices.thermostats).length, 3);

  const hallway = `/devices/thermostats/${HALLWAY}`;
  assert.deepStrictEqual((await client.write(hallway, { target_temperature_c: 22.5 })).data, { target_temperature_c: 22.5 });
  assert.strictEqual((await client.read(`${hallway}/target_temperature_f`)).data, 73);

  const refused = await client.write(`/devices/thermostats/${DEN}`, { target_temperature_c: 20 });
  assert.ok(!refused.success);
  assert.strictEqual(refused.response.code, 400);
  assert.match(refused.response.body.type, /#mode-error$/);

  assert.strictEqual((await nest.oauth2.revokeToken(exchanged.token)).revoked, 1);
  assert.strictEqual((await client.read('/')).response.code, 401);
  console.log('nest-rest: code exchanged, home read, written and refused, token revoked.');
})().catch(error => { console.error(error); process.exit(1); });
