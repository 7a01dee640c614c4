# One build for all images: docker compose builds each by its target.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /defter
COPY . .
RUN mvn -q -B -ntp -Dquick -Dmaven.test.skip=true package -pl ingest-service,query-service,search-analysis -am

FROM eclipse-temurin:25-jre AS service
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home defter \
    && mkdir -p /var/lib/defter /var/lib/defter-log \
    && chown defter /var/lib/defter /var/lib/defter-log
USER defter
WORKDIR /home/defter
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "service.jar"]

FROM service AS ingest-service
COPY --from=build /defter/ingest-service/target/ingest-service.jar service.jar

FROM service AS query-service
COPY --from=build /defter/query-service/target/query-service.jar service.jar

# The full distribution with the same plugin that the local stack loads.
FROM elasticsearch:8.19.21 AS elasticsearch
COPY --from=build /defter/search-analysis/target/search-analysis-*-plugin.zip /tmp/defter-analysis.zip
RUN bin/elasticsearch-plugin install --batch file:///tmp/defter-analysis.zip
