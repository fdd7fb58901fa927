# syntax=docker/dockerfile:1
# Two stages: the first builds and installs, the second holds what runs. What was tried of it,
# and what not, is in docs/deployment.md: no engine was at hand, its steps were done by hand.

FROM python:3.11-slim-bookworm AS builder
WORKDIR /source
COPY requirements/ requirements/
# The environment has no pip of its own: the image that runs can install nothing.
RUN ["python", "-m", "venv", "--without-pip", "/opt/antechamber"]
RUN ["python", "-m", "pip", "--python", "/opt/antechamber/bin/python", "install", "--no-cache-dir", "--require-hashes", "-r", "requirements/run.lock"]
RUN ["python", "-m", "pip", "install", "--no-cache-dir", "--require-hashes", "-r", "requirements/build.lock"]
COPY . .
RUN ["python", "-m", "hatchling", "build", "-t", "wheel", "-d", "/wheel"]
RUN ["python", "-m", "pip", "--python", "/opt/antechamber/bin/python", "install", "--no-cache-dir", "--no-deps", "--no-index", "--find-links", "/wheel", "antechamber"]

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="antechamber" \
      org.opencontainers.image.licenses="Apache-2.0"
# A volume takes the owner of the folder that it is first mounted on.
RUN ["install", "-d", "-o", "65532", "-g", "65532", "-m", "0700", "/var/lib/antechamber", "/run/keys"]
COPY --from=builder /opt/antechamber /opt/antechamber
ENV PATH=/opt/antechamber/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ANTECHAMBER_HOME=/var/lib/antechamber \
    ANTECHAMBER_KEY_FILE=/run/keys/office.key \
    ANTECHAMBER_TLS_CERTIFICATE=/run/keys/tls.pem \
    ANTECHAMBER_TLS_KEY=/run/keys/tls.key
USER 65532:65532
WORKDIR /var/lib/antechamber
VOLUME ["/var/lib/antechamber"]
EXPOSE 8443
STOPSIGNAL SIGTERM
# It asks itself, so the certificate is of no interest, and nothing confidential is sent.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import ssl, urllib.request as u; c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT); c.check_hostname = False; c.verify_mode = ssl.CERT_NONE; u.urlopen('https://127.0.0.1:8443/healthz', timeout=4, context=c)"]
ENTRYPOINT ["antechamber"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8443"]
