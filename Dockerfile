# One image per service, and the portal's: docker build --build-arg SERVICE=reset-service .
# The jars come from `mvn -DskipTests package`; compose/run builds both.
ARG RUNTIME=eclipse-temurin:17-jre
FROM ${RUNTIME}
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}-*-exec.jar /service/service.jar
COPY compose/healthy /service/healthy
RUN chmod 0755 /service/healthy && mkdir -p /service/tmp && chown 10001:10001 /service/tmp
USER 10001:10001
WORKDIR /service
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/service/tmp"
ENV SERVER_ADDRESS=127.0.0.1 SERVER_PORT=8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 CMD ["/service/healthy"]
ENTRYPOINT ["java", "-jar", "/service/service.jar"]
