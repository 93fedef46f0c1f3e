#!/usr/bin/env python3
"""Makes every file beside it again, with new keys: python3 make.py. Needs gpg 2.2 or later and ssh-keygen 8.9 or later.

The signatures are those of gpg and ssh-keygen. The mails around them have the shape in which the clients write theirs
(structure, header fields, transfer encodings, line wraps); no client was started for them. Private keys are thrown away.
"""
import base64, os, pathlib, subprocess, tempfile

HERE = pathlib.Path(__file__).parent
NONCE = 'latchkey-7q2m4xa9kp3d5t8w'
OTHER = 'latchkey-zzzzzzzzzzzzzzzz'
BORN, NOW = '20240301T120000', '20261126T083000'
home = tempfile.mkdtemp()
env = dict(os.environ, GNUPGHOME=home)
for name in [p.name for p in HERE.iterdir() if p.suffix in ('.asc', '.pub', '.eml')]:
    (HERE / name).unlink()


def gpg(*args, at=NOW, data=b''):
    command = ['gpg', '--batch', '--yes', '--no-tty', '--pinentry-mode', 'loopback', '--passphrase', '',
               '--faked-system-time', at + '!', *args]
    done = subprocess.run(command, input=data, env=env, capture_output=True)
    if done.returncode:
        raise SystemExit(' '.join(command) + '\n' + done.stderr.decode())
    return done.stdout


def key(name, primary, use='default', *subkeys, at=BORN, expire='never'):
    gpg('--quick-gen-key', f'{name} <{name}@mail.example>', primary, use, expire, at=at)
    found = gpg('--with-colons', '--list-keys', f'{name}@mail.example').decode()
    fingerprint = [line.split(':')[9] for line in found.splitlines() if line.startswith('fpr')][0]
    for algorithm, subuse in subkeys:
        gpg('--quick-add-key', fingerprint, algorithm, subuse, 'never', at=at)
    return fingerprint


def export(name):
    (HERE / f'{name}.asc').write_bytes(gpg('--armor', '--export', f'{name}@mail.example'))


def clear(name, text, *more, at=NOW):
    return gpg('--clearsign', '-u', f'{name}@mail.example', *more, at=at, data=text.encode()).decode()


def detached(name, octets, *more, at=NOW):
    return gpg('--armor', '--detach-sign', '-u', f'{name}@mail.example', *more, at=at, data=octets).decode()


def mail(file, content, header=''):
    top = ('From: Dora <dora@mail.example>\nTo: desk@bot.example\nSubject: Re: A signature, please - LK-1001\n'
           'Date: Thu, 26 Nov 2026 08:31:00 +0000\nMessage-ID: <' + file + '@mail.example>\nMIME-Version: 1.0\n' + header)
    (HERE / f'{file}.eml').write_bytes((top + content).replace('\n', '\r\n').encode())


def plain(file, text, more=''):
    mail(file, '\n' + text, f'Content-Type: text/plain; charset=UTF-8{more}\nContent-Transfer-Encoding: 8bit\n')


def signed(file, part, name='dora', header='', tail='', micalg='pgp-sha512', *more):
    armour = detached(name, part.replace('\n', '\r\n').encode(), *more)
    mail(file, 'Content-Type: multipart/signed; micalg=' + micalg + ';\n protocol="application/pgp-signature";\n'
         ' boundary="------------outer7Zk"\n' + header + '\nThis is an OpenPGP/MIME signed message (RFC 4880 and 3156)\n'
         '--------------outer7Zk\n' + part + '\n--------------outer7Zk\n'
         'Content-Type: application/pgp-signature; name="OpenPGP_signature.asc"\n'
         'Content-Description: OpenPGP digital signature\nContent-Disposition: attachment; filename="OpenPGP_signature.asc"\n\n'
         + armour + '\n--------------outer7Zk--\n' + tail)


QUOTE = ('On 26.11.26 09:01, Desk wrote:\n> Please sign this word and send it back:\n>\n> ' + NONCE + '\n')

# keys
dora = key('dora', 'ed25519', 'default', ('cv25519', 'encr'))
kim = key('kim', 'rsa3072', 'cert', ('rsa3072', 'sign'), ('rsa3072', 'encr'))
key('eve', 'ed25519')
key('ada', 'nistp256', 'sign')
key('old', 'rsa2048', 'sign', at='20230301T120000', expire='2y')
gone = key('gone', 'ed25519', 'sign')
gpg('--import', data=subprocess.run(
    ['sed', 's/^:-----BEGIN/-----BEGIN/', f'{home}/openpgp-revocs.d/{gone}.rev'], capture_output=True).stdout)
for name in ('dora', 'kim', 'eve', 'ada', 'old', 'gone'):
    export(name)

# clear-signed
plain('gpg-clearsign', clear('dora', NONCE + '\n'))
plain('gpg-clearsign-by-subkey', clear('kim', NONCE + '\n'))
plain('gpg-clearsign-ecdsa', clear('ada', NONCE + '\n'))
plain('gpg-clearsign-among-words', 'Hello,\n\nhere it is:\n\n' + clear('dora', 'The word is\n\n' + NONCE + '  \n- it has dashes\n-- \nDora\n')
      + '\nI hope that is enough.\nDora\n')
plain('gpg-clearsign-no-line-end', clear('dora', NONCE))
plain('mailvelope', '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n'
      + clear('dora', 'Hi,\n\n' + NONCE + '\n\nDora').split('\n\n', 1)[1].replace(
          '-----BEGIN PGP SIGNATURE-----\n', '-----BEGIN PGP SIGNATURE-----\nVersion: Mailvelope v6.0.1\nComment: https://mailvelope.com\n'))
long = 'This is the word that you asked me for, and I write a long line before it so that my client has to wrap it somewhere.'
text = clear('dora', long + '\n\n' + NONCE + '\n')
plain('flowed', text.replace('so that my client', 'so that \nmy client'), '; format=flowed')
plain('flowed-blank-before-line-end', clear('dora', 'two \nlines \n' + NONCE + '\n-- \nDora\n').replace('two\n', 'two \n'), '; format=flowed')
plain('flowed-stuffed', clear('dora', NONCE + '\n> quoted\n indented\n').replace('\n> quoted\n indented', '\n > quoted\n  indented'), '; format=flowed')
plain('wrapped-by-force', text.replace('so that my client', 'so that\nmy client'))
plain('latin1', 'x', '')
(HERE / 'latin1.eml').write_bytes(
    (HERE / 'latin1.eml').read_bytes().replace(b'charset=UTF-8', b'charset=ISO-8859-1')[:-1]
    + gpg('--clearsign', '-u', 'dora@mail.example', data=('Grüße aus Köln\n' + NONCE + '\n').encode('latin-1')).replace(b'\n', b'\r\n'))
plain('other-token', clear('dora', OTHER + '\n'))
plain('token-outside', NONCE + '\n\n' + clear('dora', 'Hello,\nI am Dora.\n') + '\n' + NONCE + '\n')
plain('token-in-a-quote', clear('dora', 'What is this?\n\n' + QUOTE))
plain('token-in-a-quote-without-marks', clear('dora', 'What is this?\n\n-----Original Message-----\nFrom: Eve\n\n' + NONCE + '\n'))
plain('token-in-a-header-block', clear('dora', 'What is this?\n\nVon: Eve <eve@mail.example>\nGesendet: Donnerstag, 26. November 2026 09:01\n'
      'An: Dora\nBetreff: hi\n\n' + NONCE + '\n'))
plain('token-within-a-line', clear('dora', 'I say ' + NONCE + ' and more\n'))
plain('token-above-the-quote', clear('dora', NONCE + '\n\n' + QUOTE))
plain('token-below-the-quote', clear('dora', QUOTE + '\n' + NONCE + '\n'))
plain('two-signed-texts', clear('dora', 'one\n') + '\n' + clear('dora', NONCE + '\n'))
plain('unknown-key', clear('eve', NONCE + '\n'))
plain('sha1', clear('dora', NONCE + '\n', '--digest-algo', 'SHA1'))
plain('key-expired', gpg(
    '--clearsign', '-u', 'old@mail.example', at='20250228T120000', data=(NONCE + '\n').encode()).decode())
plain('signature-expired', clear('dora', NONCE + '\n', '--default-sig-expire', '1d', at='20261124T120000'))
plain('too-old', clear('dora', NONCE + '\n', at='20261120T120000'))
plain('from-the-future', clear('dora', NONCE + '\n', at='20261126T093000'))
plain('truncated', clear('dora', NONCE + '\n').split('-----END')[0])
plain('cut-off-in-the-text', clear('dora', NONCE + '\n').split('-----BEGIN PGP SIGNATURE')[0])
plain('words-changed', clear('dora', 'yes\n' + NONCE + '\n').replace('yes', 'no'))
plain('packed', gpg('--armor', '--sign', '-u', 'dora@mail.example', data=(NONCE + '\n').encode()).decode())

plain('detached', 'Here it is.\n\n' + detached('dora', (NONCE + '\n').encode()))
plain('detached-text-mode', detached('kim', NONCE.encode(), '--textmode'))
plain('detached-over-another', detached('dora', (OTHER + '\n').encode()))

# PGP/MIME
thunderbird = ('Content-Type: multipart/mixed; boundary="------------inner1"; protected-headers="v1"\n'
               'From: Dora <dora@mail.example>\nTo: desk@bot.example\nSubject: Re: A signature, please - LK-1001\n\n'
               '--------------inner1\nContent-Type: multipart/mixed; boundary="------------inner2"\n\n--------------inner2\n'
               'Content-Type: text/plain; charset=UTF-8; format=flowed\nContent-Transfer-Encoding: base64\n\n'
               + base64.encodebytes((NONCE + '\n\n' + QUOTE).replace('\n', '\r\n').encode()).decode()
               + '--------------inner2\nContent-Type: application/pgp-keys; name="OpenPGP_0x1.asc"\n'
               'Content-Disposition: attachment; filename="OpenPGP_0x1.asc"\n\n' + (HERE / 'dora.asc').read_text()
               + '--------------inner2--\n\n--------------inner1--')
signed('thunderbird', thunderbird)
mutt = ('Content-Type: text/plain; charset=us-ascii\nContent-Disposition: inline\nContent-Transfer-Encoding: quoted-printable\n\n'
        + QUOTE + '\n' + NONCE + '\n\n--=20\nDora\n')
signed('mutt', mutt)
k9 = ('Content-Type: multipart/mixed; boundary="----K9IN"\nContent-Transfer-Encoding: 7bit\n\n------K9IN\n'
      'Content-Type: multipart/alternative; boundary="----K9ALT"\nContent-Transfer-Encoding: 7bit\n\n------K9ALT\n'
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n' + NONCE + '\n\n'
      'Am 26=2E November 2026 schrieb Desk <desk@bot=2Eexample>:\n>Please sign\n\n------K9ALT\n'
      'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>' + NONCE + '</p>\n------K9ALT--\n------K9IN--')
signed('k9', k9)
(HERE / 'line-ends-lf.eml').write_bytes((HERE / 'mutt.eml').read_bytes().replace(b'\r\n', b'\n'))
signed('text-below-the-end', mutt, 'dora', '', '-- \nA mailing list adds this line.\n')
signed('pgp-mime-other-token', mutt.replace(NONCE, OTHER))
signed('pgp-mime-token-in-a-quote', mutt.replace('\n' + NONCE + '\n', '\n'))
signed('pgp-mime-unknown-key', mutt, 'eve')
signed('pgp-mime-sha1', mutt, 'dora', '', '', 'pgp-sha1', '--digest-algo', 'SHA1')
good = (HERE / 'mutt.eml').read_bytes().decode().replace('\r\n', '\n')


def changed(file, old, new):
    assert old in good, file
    (HERE / f'{file}.eml').write_bytes(good.replace(old, new, 1).replace('\n', '\r\n').encode())


changed('pgp-mime-words-changed', '\nDora\n', '\nEve\n')
changed('pgp-mime-three-parts', '\n--------------outer7Zk--', '\n--------------outer7Zk\n\n' + NONCE + '\n--------------outer7Zk--')
changed('pgp-mime-not-closed', '\n--------------outer7Zk--\n', '\n')
changed('pgp-mime-part-before', '--------------outer7Zk\n', '--------------outer7Zk\n\n' + NONCE + '\n--------------outer7Zk\n')
changed('pgp-mime-two-content-types', 'MIME-Version: 1.0\n', 'MIME-Version: 1.0\nContent-Type: text/plain\n')
head, body = good.split('Content-Type: multipart/signed', 1)
for file, subtype, before in (
        ('pgp-mime-not-outermost', 'mixed', 'Content-Type: text/plain\n\n' + NONCE + '\n'),
        ('pgp-mime-behind-html', 'related', 'Content-Type: text/html\n\n<p>' + NONCE + '</p><style>\n')):
    wrapped = (head + f'Content-Type: multipart/{subtype}; boundary=around\n\n--around\n' + before
               + '--around\nContent-Type: multipart/signed' + body + '--around--\n')
    (HERE / f'{file}.eml').write_bytes(wrapped.replace('\n', '\r\n').encode())
forwarded = head + 'Content-Type: message/rfc822\n\n' + good
(HERE / 'pgp-mime-forwarded.eml').write_bytes(forwarded.replace('\n', '\r\n').encode())
attached = (head + 'Content-Type: multipart/mixed; boundary=around\n\n--around\nContent-Type: text/plain\n\nSee the file.\n--around\n'
            'Content-Type: text/plain; name=token.asc\nContent-Disposition: attachment; filename=token.asc\n\n'
            + clear('dora', NONCE + '\n') + '--around--\n')
(HERE / 'attached.eml').write_bytes(attached.replace('\n', '\r\n').encode())

# SSH
os.chdir(home)


def ssh_key(name, *args):
    subprocess.run(['ssh-keygen', '-q', '-N', '', '-C', f'{name}@laptop', '-f', name, *args], check=True)
    (HERE / f'{name}.pub').write_text(pathlib.Path(f'{name}.pub').read_text())


def ssh(name, message, namespace='latchkey', *more):
    done = subprocess.run(['ssh-keygen', '-Y', 'sign', '-q', '-f', name, '-n', namespace, *more],
                          input=message.encode(), capture_output=True, check=True)
    return done.stdout.decode()


ssh_key('ssh-ed25519', '-t', 'ed25519')
ssh_key('ssh-rsa', '-t', 'rsa', '-b', '3072')
ssh_key('ssh-ecdsa256', '-t', 'ecdsa', '-b', '256')
ssh_key('ssh-ecdsa384', '-t', 'ecdsa', '-b', '384')
ssh_key('ssh-ecdsa521', '-t', 'ecdsa', '-b', '521')
ssh_key('ssh-weak', '-t', 'rsa', '-b', '1024')
ssh_key('ssh-unknown', '-t', 'ed25519')
for name in ('ssh-ed25519', 'ssh-rsa', 'ssh-ecdsa256', 'ssh-ecdsa384', 'ssh-ecdsa521', 'ssh-weak', 'ssh-unknown'):
    plain(name, 'Here it is.\n\n' + ssh(name, NONCE + '\n') + '\nDora\n\n' + QUOTE)
plain('ssh-sha256', ssh('ssh-ed25519', NONCE + '\n', 'latchkey', '-O', 'hashalg=sha256'))
plain('ssh-echo-n', ssh('ssh-ed25519', NONCE))
plain('ssh-windows', ssh('ssh-ed25519', NONCE + '\r\n'))
plain('ssh-other-token', ssh('ssh-ed25519', OTHER + '\n'))
plain('ssh-other-namespace', ssh('ssh-ed25519', NONCE + '\n', 'file'))
plain('ssh-two', ssh('ssh-ed25519', NONCE + '\n') + ssh('ssh-ed25519', NONCE + '\n'))
plain('ssh-truncated', ssh('ssh-ed25519', NONCE + '\n').split('-----END')[0])
lines = ssh('ssh-ed25519', NONCE + '\n').splitlines()
plain('ssh-cut-in-the-middle', '\n'.join(lines[:2] + lines[-1:]) + '\n')
plain('ssh-garbage', '\n'.join(lines[:1] + ['!!!! not base64 !!!!'] + lines[-1:]) + '\n')
(HERE / 'ssh-unknown.pub').unlink()
(HERE / 'eve.asc').unlink()
subprocess.run(['gpgconf', '--kill', 'all'], env=env)
