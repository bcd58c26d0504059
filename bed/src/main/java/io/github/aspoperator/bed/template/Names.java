package io.github.aspoperator.bed.template;

/**
 * How what the template makes is called in this stack: CloudFormation's rules, without its random
 * ends.
 *
 * @param stack the name of the stack
 * @param region the region it seems to be in
 */
public record Names(String stack, String region) {

  /** The account that everything belongs to. */
  public static final String ACCOUNT = "000000000000";

  /** The name of a resource that the template does not name itself. */
  String physical(String logicalId) {
    return stack + "-" + logicalId;
  }

  /** An ARN in this account and region. */
  public String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + rest;
  }

  /** Where SQS would answer in this region. */
  public String queuesUrl() {
    return "https://sqs." + region + ".amazonaws.com";
  }

  /** Where API Gateway would answer for an API. */
  public String apiUrl(String logicalId) {
    return "https://" + apiId(logicalId) + ".execute-api." + region + ".amazonaws.com";
  }

  /** The id of an API, which is no more than letters and digits. */
  public String apiId(String logicalId) {
    return logicalId.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
