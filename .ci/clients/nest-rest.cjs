// The npm package nest-rest 1.0.0, unchanged. Its URLs are fixed in its code, so its requests to Nest's hosts are redirected to the fake.
const assert = require('node:assert');
const http = require('node:http');
const https = require('node:https');
const { url: fake, clientId, clientSecret, pin } = JSON.parse(process.env.FAKE);

https.request = (url, options, answered) => {
  assert.match(url.hostname, /^(developer-api|api\.home)\.nest\.com$/);
  return http.request(new URL(url.pathname + url.search, fake), options, answered);
};
process.env.OAUTH2_CLIENT_ID = clientId;
process.env.OAUTH2_CLIENT_SECRET = clientSecret;
const nest = require('nest-rest');

(async () => {
  const exchanged = await nest.oauth2.exchangeCodeForToken(pin);
  assert.ok(exchanged.success);
  assert.ok(exchanged.expires > 300_000_000);
  const client = nest.restApiClient(exchanged.token);

  const home = await client.read('/');
  const thermostat = room => `/devices/thermostats/${Object.values(home.data.devices.thermostats).find(each => each.where_name === room).device_id}`;

  const hallway = thermostat('Hallway');
  assert.deepStrictEqual((await client.write(hallway, { target_temperature_c: 22.5 })).data, { target_temperature_c: 22.5 });
  assert.strictEqual((await client.read(`${hallway}/target_temperature_f`)).data, 73);

  const refused = await client.write(thermostat('Den'), { target_temperature_c: 20 });
  assert.ok(!refused.success);
  assert.strictEqual(refused.response.code, 400);
  assert.match(refused.response.body.type, /#mode-error$/);

  assert.strictEqual((await nest.oauth2.revokeToken(exchanged.token)).revoked, 1);
  assert.strictEqual((await client.read('/')).response.code, 401);
  console.log('nest-rest: code exchanged, home read, written and refused, token revoked.');
})().catch(error => { console.error(error); process.exit(1); });
